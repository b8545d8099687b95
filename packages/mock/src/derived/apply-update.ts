import type { BodySchema, PropertyRule, ResolvedSchema } from '@amend/contract';
import { elementsOf, type Fields } from '../json.ts';
import { fileDocuments } from '../operations/documents.ts';
import type { Written } from '../operations/write.ts';
import type { Call } from '../provider.ts';
import type { StoredUser } from '../store.ts';
import { completedIn } from './completed.ts';
import { type DerivedUser, propertiesOf } from './derived-user.ts';
import { defaultsOf, merged, renamed } from './kept.ts';
import type { Provided } from './provided.ts';

/** What tells the kinds of a list's elements apart: what its rules say, or else what each element needs and has a list of. */
const kindIn = ({ items }: PropertyRule, { items: element = {} }: ResolvedSchema): string =>
  items?.property ?? element.required?.find((name) => Array.isArray(propertiesOf(element)[name]?.enum)) ?? '';

/** The changed lists, each as it then is: elements are added where the provider tells them apart. */
const filedIn = (
  { lists }: Provided,
  { rules, schema }: BodySchema,
  { fields }: StoredUser,
  changes: Fields,
  { ids }: Call,
) =>
  Object.entries(changes).flatMap(([name, value]) => {
    const rule = rules?.properties[name];
    const identify = lists.get(name);
    if (!rule || !('updatable' in rule) || !(identify || rule.items)) return [];
    const added = identify?.(value, ids) ?? elementsOf(value);
    const kind = kindIn(rule, propertiesOf(schema)[name] ?? {});
    return [[name, fileDocuments(fields[name], added, { kind, effect: rule.effect })] as const];
  });

/** A user after an update. */
export const applyUpdate = (
  user: DerivedUser,
  provided: Provided,
  body: BodySchema,
  stored: StoredUser,
  changes: Fields,
  call: Call,
): Written => {
  const { fields } = stored;
  const ruled = body.rules?.properties ?? {};
  const replaces = body.rules?.update === 'replacement';
  const isLost = (name: string): boolean => replaces && Object.hasOwn(ruled, name) && !Object.hasOwn(call.body, name);
  const reset = { ...defaultsOf(user.schema), ...defaultsOf(body.schema) };
  const filed = filedIn(provided, body, stored, changes, call);
  const whole = Object.entries(changes).map(
    ([name, value]) => [name, merged(propertiesOf(body.schema)[name], fields[name], value)] as const,
  );
  const changed = {
    ...renamed(user, body.schema, Object.fromEntries(whole)),
    ...Object.fromEntries(filed.map(([name, { current }]) => [name, current])),
  };
  return {
    fields: {
      ...Object.fromEntries(Object.entries(reset).filter(([name]) => isLost(name))),
      ...Object.fromEntries(Object.entries(fields).filter(([name]) => !isLost(name))),
      ...completedIn(user, changed, call.ids),
      ...provided.times(call.clock, false),
    },
    archived: [...stored.archived, ...filed.flatMap(([, { archived }]) => archived)],
  };
};
