import { elementsOf, type Fields } from '../json.ts';
import { fileDocuments } from '../operations/documents.ts';
import { withUser } from '../operations/read.ts';
import { createUser, updateUser, type Writing } from '../operations/write.ts';
import type { Call, Handler, Rules } from '../provider.ts';
import type { Node } from '../schema.ts';
import { answerWith } from './answer-way.ts';
import { deriveRules } from './derive-rules.ts';
import type { DerivedUser } from './derive-user.ts';
import { listPage, withTotal } from './list-page.ts';
import type { DerivedOperation } from './operation-kind.ts';
import { defaultsOf, newUser, parameterDefaults, times } from './user-fields.ts';

/** A list whose elements have rules of their own is added to; any other value takes the place of the older one. */
const changed = (name: string, value: unknown, stored: Fields, rules: Rules): readonly [string, unknown][] => {
  const rule = rules.fields[name];
  if (!rule || !('items' in rule) || !rule.items) return [[name, value]];
  const filing = { kind: rule.items.property, effect: rule.effect };
  return [[name, fileDocuments(stored[name], elementsOf(value), filing).current]];
};

/** What a replacement leaves of a user: what it cannot change, or holds. */
const kept = (stored: Fields, rules: Rules, { body }: Call): Fields =>
  rules.update === 'partial'
    ? stored
    : Object.fromEntries(
        Object.entries(stored).filter(([name]) => !Object.hasOwn(rules.fields, name) || Object.hasOwn(body, name)),
      );

/** What the mock does where a provider has no file of its own. @throws if a property of an update has no rule. */
export const deriveHandler = (
  { operation, kind, node, body: schema, way }: DerivedOperation,
  user: DerivedUser,
  document: Node,
): Handler => {
  const { success, examples } = operation;
  const [example] = Object.values(examples.get(success) ?? {});
  const envelope = (shown: unknown): unknown => (way ? answerWith(way, example, shown) : example);
  const writing: Writing = { envelope };
  const { verification } = user;
  const unasked = { ...parameterDefaults(document, node), ...defaultsOf(document, schema) };

  const handlers: Readonly<Record<DerivedOperation['kind'], () => Handler>> = {
    other: () => () => ({ status: success, body: example }),
    read: () => withUser(({ show }, stored) => ({ status: success, body: envelope(show(stored)) })),
    list:
      () =>
      ({ users, show, query, body }) => {
        const page = listPage(users.all().map(show), { ...unasked, ...query, ...body });
        return { status: success, body: answerWith(way ?? [], withTotal(example, page.total), page.users) };
      },
    create: () =>
      createUser(
        writing,
        (fields) => String(fields[user.id]),
        (call) => newUser(user, call, document, schema),
      ),
    delete: () =>
      withUser(({ users }, { id }) => {
        users.remove(id);
        return { status: success, body: example };
      }),
    check: () =>
      withUser(({ users, show }, stored) => {
        const word = verification && String(stored.fields[verification.property]);
        const isOpen = verification?.unverified.includes(word ?? '');
        const checked = {
          ...stored.fields,
          ...(isOpen && { [verification?.property ?? '']: verification?.verified[0] }),
        };
        users.put({ ...stored, fields: checked });
        return { status: success, body: envelope(show({ ...stored, fields: checked })) };
      }),
    update: () => {
      const rules = deriveRules(document, schema, node['x-update'] === 'replacement' ? 'replacement' : 'partial');
      const defaults = rules.update === 'replacement' ? defaultsOf(document, schema) : {};
      return updateUser({
        ...writing,
        ...(verification && { verification }),
        rulesFor: () => rules,
        apply: ({ fields }, changes, call) => ({
          fields: {
            ...defaults,
            ...kept(fields, rules, call),
            ...Object.fromEntries(
              Object.entries(changes).flatMap(([name, value]) => changed(name, value, fields, rules)),
            ),
            ...times(user, call.clock(), false),
          },
        }),
      });
    },
  };
  return handlers[kind]();
};
