import { type AnyUserOperation, type FieldState, fieldsFor, statusOf } from 'amend';
import type { Planned } from './accounts.ts';
import { type Change, isPrivate, isSecret, nest } from './change.ts';
import type { Code } from './data.ts';

const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;

/** A value as code, of which keys that are no names are quoted. */
const literal = (value: unknown): string => {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));
  const entries = Object.entries(value).map(([name, each]) => `${key(name)}: ${literal(each)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
};

/** What of a change an operation's types know, with `*****` for what the contract calls private. */
const writable = (operation: AnyUserOperation, change: Change): Change => {
  const known = new Map(fieldsFor(operation, 'unknown').map((state): [string, FieldState] => [state.field, state]));
  return Object.fromEntries(
    Object.entries(change).flatMap(([field, value]) => {
      const state = known.get(field);
      if (!state) return [];
      return [[field, value !== null && isSecret(state, value) ? '*****' : value]];
    }),
  );
};

/** Whether it can only be planned with the user as the provider has it: a whole that is written anew, from its parts. */
const needsWhole = ({ subject, plan }: Planned): boolean =>
  subject.operation.rules?.update !== 'partial' ||
  plan.fields.some(({ verdict }) => verdict === 'missing' || verdict === 'echo') ||
  plan.notes.some(({ kind }) => kind === 'overwrites');

/** The same plan as a program makes it. A line that does not compile is marked as that. */
export const asTypeScript = (planned: Planned, change: Change, skip: boolean, code: Code): string => {
  const { subject, account } = planned;
  const { provider, operation, name, type } = subject;
  const { patch, native } = nest(writable(operation, change));
  const users = code.users[type] ?? '';
  const told = account.status ?? account.current?.native?.[operation.reader.verification?.property ?? ''];
  const isNamed = typeof told === 'string' && Object.hasOwn(operation.rules?.words ?? {}, told);
  const status = isNamed ? told : statusOf(operation, account.current?.verification ?? account.status ?? 'unknown');
  // The types go by the rules alone, and not by what is wrong with a value.
  const locked = fieldsFor(operation, status).filter(({ field, editable }) => !editable && field in change);
  const unlessLocked = (isNative: boolean): string[] =>
    locked
      .filter(({ field }) => field.startsWith('native.') === isNative)
      .slice(0, 1)
      .map(({ reason }) => `  // @ts-expect-error ${reason}`);
  const id = account.id ?? '';
  const read = needsWhole(planned) ? operation.reader.read?.({ id }) : undefined;
  return [
    `import { ${code.create} } from ${quote(code.package)};`,
    `import { plan, send${read ? ', toUser' : ''} } from 'amend';`,
    `import { ${users} } from ${quote(`amend/${provider}`)};`,
    '',
    `const client = ${code.create}(${literal(code.credentials)});`,
    ...(read
      ? [`const found = await client.${read.operation}(${literal(read.input)});`, 'if (!found.ok) throw found.error;']
      : []),
    `const change = plan(${users}.${name}, {`,
    `  id: ${quote(id)},`,
    `  status: ${quote(status)},`,
    ...(read ? [`  current: toUser(${users}.${name}, found.data),`] : []),
    ...unlessLocked(false),
    `  patch: ${literal(patch)},`,
    ...(Object.keys(native).length > 0 ? [...unlessLocked(true), `  native: ${literal(native)},`] : []),
    ...(skip ? ["  onLocked: 'skip',"] : []),
    '});',
    "if (change.state === 'ready') console.log(await send(change, client));",
    '',
  ].join('\n');
};

const shell = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** The same plan as the command makes it. What is private comes from a file, since others can see a command line. */
export const asCommand = (planned: Planned, change: Change, skip: boolean): string => {
  const { subject, account } = planned;
  const { provider, type, name } = subject;
  const flags = Object.entries(change).flatMap(([field, value]): string[] => {
    const [group, property = ''] = field.split(/\.(.*)/s);
    if (group === 'native') return [`--native ${shell(`${property}=*****`)}`];
    if (value === null) return [`--clear ${shell(field)}`];
    return isPrivate(field, value) || typeof value === 'object' ? [] : [`--set ${shell(`${field}=${value}`)}`];
  });
  const isFromFile = Object.entries(change).some(
    ([field, value]) =>
      !field.startsWith('native.') && value !== null && (isPrivate(field, value) || typeof value === 'object'),
  );
  return [
    `amend plan ${shell(`${provider}:${account.id}`)}`,
    `--type ${type} --operation ${name}`,
    `--status ${shell(String(account.current?.verification ?? account.status ?? 'unknown'))}`,
    ...flags,
    ...(needsWhole(planned) ? ['--current current.json'] : []),
    ...(isFromFile ? ['--patch change.json'] : []),
    ...(skip ? ['--on-locked skip'] : []),
  ].join(' \\\n  ');
};
