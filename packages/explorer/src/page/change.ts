import { type FieldSchema, type FieldState, type Patch, redact } from 'amend';

/** New values by field: `group.part`; `null` clears one. */
export type Change = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A change as a patch, and the provider's own properties in it, which are no part of a patch. */
export const nest = (change: Change): { patch: Patch; native: Record<string, unknown> } => {
  const nested: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(change)) {
    const at = field.indexOf('.');
    if (at < 0) nested[field] = value;
    else {
      const group = nested[field.slice(0, at)];
      nested[field.slice(0, at)] = { ...(isObject(group) && group), [field.slice(at + 1)]: value };
    }
  }
  const { native, ...patch } = nested;
  return { patch, native: isObject(native) ? native : {} };
};

/** A patch, as a link holds it, by field. */
export const flatten = (patch: object): Change =>
  Object.fromEntries(
    Object.entries(patch).flatMap(([name, value]) =>
      isObject(value) ? Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner]) : [[name, value]],
    ),
  );

/** Whether a field may stand where others see it: what some contract calls private may not, nor what nobody knows. */
export const isPrivate = (field: string, value: unknown): boolean => {
  const { patch } = nest({ [field]: value });
  return Object.keys(patch).length === 0 || JSON.stringify(redact(patch)) !== JSON.stringify(patch);
};

/** Whether a value of a field is masked wherever it is shown. A provider's own property says it of itself. */
export const isSecret = ({ field, schema }: Pick<FieldState, 'field' | 'schema'>, value: unknown): boolean =>
  schema.format === 'password' ||
  schema.writeOnly === true ||
  (!field.startsWith('native.') && isPrivate(field, value));

/** What of a change may be seen, and how many fields are left out for it. */
export const shownOf = (change: Change): { shown: Change; hidden: number } => {
  const shown = Object.entries(change).filter(([field, value]) => !isPrivate(field, value));
  return { shown: Object.fromEntries(shown), hidden: Object.keys(change).length - shown.length };
};

const isType = ({ type }: FieldSchema, name: string): boolean => [type].flat().includes(name);

/** Whether an input of a field holds JSON. */
export const isList = (schema: FieldSchema): boolean => isType(schema, 'array') || isType(schema, 'object');

/** What an input's text means: nothing, if it is empty. What cannot be read stays text, for the plan to judge. */
export const readInput = (schema: FieldSchema, text: string): unknown => {
  if (text === '') return undefined;
  if (isType(schema, 'string') && !isList(schema)) return text;
  if (isType(schema, 'boolean')) return text === 'true' || (text === 'false' ? false : text);
  if (/^-?[0-9]{1,15}$/.test(text)) return Number(text);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
