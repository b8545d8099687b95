import type { Place } from '@amend/contract';

/** Where an expression of `x-event` leads: to a header, or below these names in the body. */
export const placeOf = (expression: string): Place => {
  const [, header, pointer = ''] = /^\$request\.(?:header\.(.+)|body#\/(.+))$/.exec(expression) ?? [];
  return header === undefined ? { body: pointer.split('/') } : { header };
};
