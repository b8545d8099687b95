import type { ResolvedSchema } from '@amend/contract';
import { isObject, own, sameJson } from './json.ts';
import { plainNumber } from './plain-number.ts';
import type { Pool } from './pool.ts';
import { varied } from './vary.ts';

/** What a value is wanted for. */
export interface Wanted {
  readonly name: string;
  readonly schema: ResolvedSchema;
  /** What the user has there; nothing where that is not known. */
  readonly current: unknown;
  /** Another number gives another value. */
  readonly number: number;
  /** Whether a user other than this one may have none of what the contract shows. */
  readonly isUnique?: boolean;
  /** The kind of document, and the property that tells it. */
  readonly kind?: readonly [property: string, kind: string];
  /** Whether a read would show the present value and not this one. */
  readonly isShown?: (value: unknown) => boolean;
  /** Whether the contract takes it. */
  readonly accepts: (value: unknown) => boolean;
}

const propertiesOf = ({ properties = {} }: ResolvedSchema) => properties;

/** What there is to begin with where the contract shows no example. */
const plainValues = ({ type, format, pattern }: ResolvedSchema): readonly unknown[] => {
  const types = [type].flat();
  // Both are a state of the United States and a country.
  if (pattern === '^[A-Z]{2}$') return ['CA', 'DE'];
  if (types.includes('boolean')) return [true];
  if (types.includes('string'))
    return (
      { email: ['check@example.com'], date: ['1990-01-31'], uuid: ['00000000-0000-4000-8000-000000000000'] }[
        format ?? ''
      ] ?? ['Check']
    );
  return types.includes('integer') || types.includes('number') ? [1] : [];
};

const looksOwn = (value: unknown): boolean => /[0-9]{7}|@/.test(String(value));

const isNew = ({ current, isShown = () => false }: Wanted, value: unknown): boolean =>
  value !== null && !sameJson(value, current) && !isShown(value);

const scalar = (wanted: Wanted, shown: readonly unknown[]): unknown => {
  const { schema, number, isUnique, accepts } = wanted;
  const examples = shown.filter((each) => typeof each !== 'object');
  const bases = [...examples, ...plainValues(schema)];
  const words = [...((schema.enum as readonly unknown[]) ?? [])];
  const near = bases.flatMap((base) => varied(base, number));
  const isOwn = isUnique || looksOwn(bases[0]);
  const codes = schema.pattern === undefined ? [] : bases;
  const candidates = [...words, ...(isOwn ? [] : [...examples, ...codes]), ...near, ...bases, plainNumber(number)];
  return candidates.find((value) => isNew(wanted, value) && accepts(value));
};

/** An object with each part another one, as far as the contract takes it. */
const object = ({ schema, current, number, accepts }: Wanted, base: unknown, pool: Pool): unknown => {
  if (!isObject(base)) return undefined;
  const names = Object.keys(base).filter((name) => Object.hasOwn(propertiesOf(schema), name));
  const whole: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, base[name]]));
  for (const name of names) {
    const other = valueFor(
      {
        name,
        schema: propertiesOf(schema)[name] ?? {},
        current: isObject(current) ? (own(current, name) ?? base[name]) : base[name],
        number,
        accepts: (value) => accepts({ ...whole, [name]: value }),
      },
      pool,
    );
    if (other !== undefined) whole[name] = other;
  }
  return accepts(whole) ? whole : undefined;
};

/** A new element: what nobody is shown is another one, and what is shown is as in the example. */
const element = ({ schema, number, kind, accepts }: Wanted, shown: readonly unknown[]): unknown => {
  const { items = {} } = schema;
  const bases = shown.flat().filter(isObject);
  const isMeant = (base: object): boolean => kind === undefined || Reflect.get(base, kind[0]) === kind[1];
  const isWhole = (base: object): boolean => (items.required ?? []).every((name) => Object.hasOwn(base, name));
  const base = bases.find((each) => isMeant(each) && isWhole(each)) ?? bases.find(isWhole);
  if (!base) return undefined;
  const parts = Object.entries(base).filter(([name]) => Object.hasOwn(propertiesOf(items), name));
  const whole = { ...Object.fromEntries(parts), ...(kind && { [kind[0]]: kind[1] }) };
  const candidates = (name: string, part: unknown) =>
    varied(part, number).map((value) => [{ ...whole, [name]: value }]);
  const [secret] = parts.filter(([name]) => propertiesOf(items)[name]?.writeOnly);
  return secret ? candidates(...secret).find(accepts) : [[whole]].find(accepts);
};

/** A value that the contract takes and the user does not have, made from the contract's examples; nothing if there is none. */
export const valueFor = (wanted: Wanted, pool: Pool): unknown => {
  const { name, schema } = wanted;
  const shown = pool.get(name) ?? [];
  const types = [schema.type].flat();
  if (types.includes('array')) return element(wanted, shown);
  if (!types.includes('object')) return scalar(wanted, shown);
  const bases = [wanted.current, ...shown].filter((each) => isObject(each) && wanted.accepts(each));
  return bases.map((base) => object(wanted, base, pool)).find((value) => value !== undefined);
};
