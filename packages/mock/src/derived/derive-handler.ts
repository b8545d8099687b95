import type { ContractOperation, OperationKind } from '@amend/contract';
import { elementsOf, type Fields } from '../json.ts';
import { fileDocuments } from '../operations/documents.ts';
import { withUser } from '../operations/read.ts';
import { createUser, updateUser, type Writing } from '../operations/write.ts';
import type { Call, Handler, Rules } from '../provider.ts';
import { answerWith } from './answer-with.ts';
import { commonRules } from './common-rules.ts';
import { listPage, withTotal } from './list-page.ts';
import { type DerivedUser, defaultsOf, newUser, parameterDefaults, times } from './user-fields.ts';

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

/** What a call makes of a user's properties: by a table, what follows the present value. */
const setsOf = (sets: ContractOperation['sets'] = {}, stored: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sets).map(([name, value]) => {
      const present = stored[name];
      return [name, typeof value === 'object' ? (value[String(present)] ?? present) : value];
    }),
  );

/** What the mock does where a provider has no file of its own. */
export const deriveHandler = (
  { kind, update, sets, body, query, way, success, answers }: ContractOperation,
  user: DerivedUser,
): Handler => {
  const [example] = Object.values(answers[success] ?? {});
  const envelope = (shown: unknown): unknown => (way ? answerWith(way, example, shown) : example);
  const writing: Writing = { envelope };
  const { verification } = user;
  const unasked = { ...parameterDefaults(query), ...defaultsOf(body) };

  const handlers: Readonly<Record<OperationKind, () => Handler>> = {
    other: () => () => ({ status: success, body: example }),
    read: () => withUser(({ show }, stored) => ({ status: success, body: envelope(show(stored)) })),
    list:
      () =>
      ({ users, show, ...asked }) => {
        const page = listPage(users.all().map(show), { ...unasked, ...asked.query, ...asked.body });
        return { status: success, body: answerWith(way ?? [], withTotal(example, page.total), page.users) };
      },
    create: () =>
      createUser(
        writing,
        (fields) => String(fields[user.id]),
        (call) => newUser(user, call),
      ),
    delete: () =>
      withUser(({ users }, { id }) => {
        users.remove(id);
        return { status: success, body: example };
      }),
    set: () =>
      withUser(({ users, show, clock }, stored) => {
        const fields = { ...stored.fields, ...setsOf(sets, stored.fields), ...times(user, clock(), false) };
        users.put({ ...stored, fields });
        return { status: success, body: envelope(show({ ...stored, fields })) };
      }),
    update: () => {
      const rules = commonRules(update ?? 'partial', body);
      const defaults = rules.update === 'replacement' ? defaultsOf(body) : {};
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
