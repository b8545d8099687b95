import type { BodySchema, ContractOperation, OperationKind, ResolvedSchema } from '@amend/contract';
import { type Fields, sameJson } from '../json.ts';
import type { Compare } from '../judge-update.ts';
import { withUser } from '../operations/read.ts';
import { createUser, type Reading, updateUser, type Writing } from '../operations/write.ts';
import { type Problem, refuse } from '../problem.ts';
import type { Call, Handler } from '../provider.ts';
import type { StoredUser } from '../store.ts';
import { answerWith } from './answer-with.ts';
import { applyUpdate } from './apply-update.ts';
import { type DerivedUser, propertiesOf } from './derived-user.ts';
import { defaultsOf, keptIn, merged } from './kept.ts';
import { bodiesFor } from './kinds.ts';
import { askedFor, countProblems, envelopeFor, frameOf, listPage, parameterDefaults } from './list-page.ts';
import { maskProblems } from './mask.ts';
import type { Provided } from './provided.ts';
import { ageProblems, newUser } from './user-fields.ts';

/** What a call makes of a user's properties: by a table, what follows the present value. */
const setsOf = (sets: ContractOperation['sets'] = {}, stored: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sets).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[String(stored[name])] : value,
    ]),
  );

/** Of a body that names its user once more than the path does. */
const roleProblems = ({ operation, params, roles }: Call, { id }: StoredUser): readonly Problem[] => {
  const named: readonly unknown[] = Object.values(params);
  return Object.entries(roles)
    .filter(([name]) => named.length > 0 && operation.roles[name] === 'identifier')
    .filter(([, value]) => value !== id && !named.includes(value))
    .map(([name]) => ({ field: `/${name}`, rule: 'identifier', message: 'must be the id in the path' }));
};

/** How values are compared that are kept as texts, also where an example shows a number. */
const comparing = (schema: ResolvedSchema): Compare =>
  Object.fromEntries(
    Object.entries(propertiesOf(schema)).flatMap(([name, property]): [string, Compare[string]][] => {
      if (property.storedAs === 'text') return [[name, (sent, stored) => sameJson(sent, String(stored))]];
      if (property.update !== 'partial') return [];
      return [[name, (sent, stored) => sameJson(merged(property, stored, sent), stored)]];
    }),
  );

/** What the mock does, operation by operation, as a contract says it. */
export const handlersFor = (user: DerivedUser, provided: Provided) => {
  const { verification, schema: shown } = user;
  const kinds = bodiesFor(user.kinds);
  const names = Object.keys(propertiesOf(shown));
  const searched = names.filter((name) => /name|mail|phone/.test(name));
  const unique = user.bodies.flatMap((body) =>
    Object.entries(propertiesOf(body)).flatMap(([name, property]) => (property.unique ? [name] : [])),
  );

  const flawsOf = (body: BodySchema, call: Call): readonly Problem[] => [
    ...ageProblems(body, call.body, call.clock),
    ...maskProblems(user, call.body),
  ];

  return (operation: ContractOperation, usersIn: (answer: unknown) => readonly Fields[]): Handler => {
    const { kind, sets, body, query, way, success, answers, tells } = operation;
    const examples = Object.values(answers[success] ?? {});
    const [example] = examples;
    const frame = frameOf(examples, usersIn);
    const envelope = (user: unknown): unknown =>
      way ? answerWith(way, way.includes('*') ? envelopeFor(frame, 1, {}) : frame, user) : example;
    const writing: Writing = { envelope, unique };
    const defaults = { ...parameterDefaults(query), ...defaultsOf(body?.schemas[0]?.schema) };

    /** The example of a user like this one, in this one's own status. */
    const told = ({ id, fields }: StoredUser): unknown => {
      const status = verification && fields[verification.property];
      const [, name = ''] = /\{([^{}]+)\}[^{}]*$/.exec(operation.path) ?? [];
      const alike = examples.filter((each) => {
        const about = user.known.get(String((each as Fields)[name]));
        return about && kinds.of(about) === kinds.of(fields);
      });
      const shown = alike.find((each) => (each as Fields)[tells ?? ''] === status) ?? alike[0] ?? example;
      return { ...(shown as Fields), [tells ?? '']: status, [name]: id };
    };

    const handlers: Readonly<Record<OperationKind, () => Handler>> = {
      other: () =>
        tells === undefined
          ? () => ({ status: success, body: example })
          : withUser((_, stored) => ({ status: success, body: told(stored) })),
      read: () => withUser(({ show }, stored) => ({ status: success, body: envelope(show(stored)) })),
      list: () => (call) => {
        const problems = countProblems(call.query);
        if (problems.length > 0) return refuse('invalid', ...problems);
        const asked = askedFor(defaults, call);
        const page = listPage(call.users.all().map(call.show), asked, { names, searched, envelope: frame });
        return { status: success, body: answerWith(way ?? [], envelopeFor(frame, page.total, asked), page.users) };
      },
      create: () => {
        const bodies = bodiesFor(body?.schemas);
        return createUser({
          ...writing,
          read: (call) => {
            const own = bodies.like(call.body);
            return { body: keptIn(own.schema, shown, call.body), flaws: flawsOf(own, call) };
          },
          create: (call) => newUser(user, provided, bodies.like(call.body), call),
          idOf: (fields) => String(fields[user.id]),
        });
      },
      delete: () =>
        withUser(({ users }, { id }) => {
          users.remove(id);
          return { status: success, body: example };
        }),
      set: () =>
        withUser((call, stored) => {
          const fields = { ...stored.fields, ...setsOf(sets, stored.fields), ...provided.times(call.clock, false) };
          call.users.put({ ...stored, fields });
          return { status: success, body: envelope(call.show({ ...stored, fields })) };
        }),
      update: () => {
        const bodies = bodiesFor(body?.schemas);
        return updateUser({
          ...writing,
          ...(verification && { verification }),
          read: (call, stored): Reading => {
            const own = bodies.of(stored.fields);
            return {
              rules: own.rules ?? { update: 'partial', properties: {} },
              body: keptIn(own.schema, shown, call.body),
              compare: comparing(own.schema),
              merge: (name, sent, was) => merged(propertiesOf(own.schema)[name], was, sent),
              misnamed: roleProblems(call, stored),
              flaws: flawsOf(own, call),
            };
          },
          apply: (stored, changes, call) =>
            applyUpdate(user, provided, bodies.of(stored.fields), stored, changes, call),
        });
      },
    };
    return handlers[kind]();
  };
};
