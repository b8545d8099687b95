import type { BodySchema, ContractOperation, PropertyRule, ResolvedSchema, Way } from '@amend/contract';
import { isFields } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Handler } from '../provider.ts';
import { propertiesOf } from './derived-user.ts';

/** The names that lead from a body to the user's properties, where it has none of them itself. */
const wayInto = (body: ResolvedSchema, user: ResolvedSchema, roles: object): Way => {
  const isOfUser = (name: string): boolean => Object.hasOwn(propertiesOf(user), name);
  const [[name, inner] = [], another] = Object.entries(propertiesOf(body)).filter(
    ([each]) => !Object.hasOwn(roles, each),
  );
  if (name === undefined || another || isOfUser(name)) return [];
  if (Object.keys(propertiesOf(inner)).some(isOfUser)) return [name];
  const rest = wayInto(inner ?? {}, user, {});
  return rest.length > 0 ? [name, ...rest] : [];
};

/** What stands below a name of a body, each of its properties by its own rule, or by that of the whole. */
const opened = ({ schema, rules, ...body }: BodySchema, name: string): BodySchema => {
  const inner = propertiesOf(schema)[name] ?? {};
  const rule = rules?.properties[name];
  if (!rules || !rule || !('updatable' in rule)) return { ...body, schema: inner };
  const { merges: _, members = {}, ...common } = rule;
  const properties = Object.entries(propertiesOf(inner)).map(([each, { update }]): [string, PropertyRule] => {
    const required = inner.required?.includes(each) ?? false;
    const { merges: __, ...own } = (Object.hasOwn(members, each) && members[each]) || { updatable: rule.updatable };
    return [each, { ...common, ...own, required, ...(update === 'partial' && { merges: true as const }) }];
  });
  const { update = rules.update } = inner;
  return { ...body, schema: inner, rules: { ...rules, update, properties: Object.fromEntries(properties) } };
};

/** An operation whose bodies are as if they were what stands in their envelope, and the way into that. */
interface OpenedOperation extends ContractOperation {
  readonly inside: Way;
}

/** An operation, its bodies without the envelope that all of them hold the user in. */
export const openedFor = (operation: ContractOperation, user: ResolvedSchema): OpenedOperation => {
  const { body } = operation;
  const [inside = [], ...others] = (body?.schemas ?? []).map(({ schema }) => wayInto(schema, user, body?.roles ?? {}));
  if (!body || others.some((other) => other.join('/') !== inside.join('/'))) return { ...operation, inside: [] };
  return { ...operation, inside, body: { ...body, schemas: body.schemas.map((each) => inside.reduce(opened, each)) } };
};

/** A handler that takes the bodies of such an operation. */
export const inEnvelope = (way: Way, handler: Handler): Handler => {
  if (way.length === 0) return handler;
  const outside = ({ field, ...problem }: Problem): Problem => ({ ...problem, field: `/${way.join('/')}${field}` });
  return (call) => {
    const inner = way.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), call.body);
    const result = handler({ ...call, body: isFields(inner) ? inner : {} });
    return 'refusal' in result ? { ...result, problems: result.problems.map(outside) } : result;
  };
};
