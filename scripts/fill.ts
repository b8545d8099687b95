import { Eta } from 'eta';

const eta = new Eta({ autoEscape: false, autoTrim: false });

/** A template of Eta's with its values in it. */
export const fill = (template: string, values: object): string => eta.renderString(template, values);

export const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
