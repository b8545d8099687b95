import type { ResolvedSchema } from '@amend/contract';
import type { Ids } from '../ids.ts';
import { elementsOf, type Fields } from '../json.ts';
import type { Clock } from '../store.ts';
import { type DerivedUser, propertiesOf, valuesAt } from './derived-user.ts';
import { isIdentifier, newId } from './new-id.ts';

const created = /^creat/;
const changed = /^(updat|modif|chang)/;

/** Whether a property is named for the time of a user's making, or of the last change. */
export const isTime = (name: string): boolean => created.test(name) || changed.test(name);

const stamp = /^[0-9-]{10}T[0-9:]{8}(?:\.([0-9]+))?(Z|[+-][0-9:]+)?$/;
const anyTime = '2000-01-01T00:00:00.000Z';

/** Writes a time like the example: with a fraction of a second where that has one, or the pattern takes one. */
export const writerOf = (example: unknown, { pattern }: ResolvedSchema = {}): ((iso: string) => string) => {
  const [, fraction, zone] = stamp.exec(String(example ?? anyTime)) ?? [];
  const end = zone === undefined ? '' : 'Z';
  const exact = (iso: string): string => `${iso.slice(0, 23).padEnd(20 + (fraction?.length ?? 0), '0')}${end}`;
  const isExact = fraction !== undefined || (pattern !== undefined && new RegExp(pattern, 'u').test(exact(anyTime)));
  return isExact ? exact : (iso) => iso.slice(0, 19) + end;
};

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What nobody sends, because the provider sets it. */
export interface Provided {
  /** The lists that are added to, each with what gives its elements new identifiers. */
  readonly lists: ReadonlyMap<string, (elements: unknown, ids: Ids) => Fields[]>;
  /** A user under new identifiers, as are the elements of its lists. */
  readonly withNewIds: (fields: Fields, ids: Ids) => Fields;
  /** The time in every property that is named for it. */
  readonly times: (clock: Clock, isNew: boolean) => Fields;
}

export const providedBy = ({ schema, id, examples, bodies }: DerivedUser): Provided => {
  const properties = Object.entries(propertiesOf(schema));
  const isSent = (name: string): boolean => bodies.some((body) => Object.hasOwn(propertiesOf(body), name));
  const identifiers = properties.flatMap(([name]): [string, unknown][] => {
    if (name === id) return [[name, examples[0]?.[name]]];
    const example = examples.map((user) => user[name]).find((value) => uuid.test(String(value)));
    return isSent(name) || example === undefined ? [] : [[name, example]];
  });
  const lists = properties.flatMap(([list, { items }]): [string, (elements: unknown, ids: Ids) => Fields[]][] => {
    const sent = bodies.map((body) => propertiesOf(propertiesOf(body)[list]?.items));
    const own = items?.required?.find(
      (name) => isIdentifier(name) && sent.every((element) => !Object.hasOwn(element, name)),
    );
    if (own === undefined) return [];
    const [example] = valuesAt(examples, [list, own]);
    return [
      [list, (elements, ids) => elementsOf(elements).map((element) => ({ ...element, [own]: newId(example, ids) }))],
    ];
  });
  const moments = properties.flatMap(([name, property]) => {
    const example = examples.find((user) => name in user)?.[name];
    const isMoment = isTime(name) && (property.format === 'date-time' || stamp.test(String(example)));
    return isMoment ? [{ name, isLast: changed.test(name), write: writerOf(example, property) }] : [];
  });
  return {
    lists: new Map(lists),
    withNewIds: (fields, ids) => ({
      ...fields,
      ...Object.fromEntries(
        lists.flatMap(([list, identify]) => (fields[list] ? [[list, identify(fields[list], ids)]] : [])),
      ),
      ...Object.fromEntries(identifiers.map(([name, example]) => [name, newId(example, ids)])),
    }),
    times: (clock, isNew) => {
      const written = moments.filter(({ isLast }) => isLast || isNew);
      const iso = written.length > 0 ? new Date(clock()).toISOString() : '';
      return Object.fromEntries(written.map(({ name, write }) => [name, write(iso)]));
    },
  };
};
