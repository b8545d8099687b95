import { type AnyUserOperation, type FieldState, fieldsFor, type Patch } from 'amend';
import { findOperation, listSubjects, unknownName } from 'amend/providers';
import type { AskedAccount } from './account-flags.ts';
import type { Io } from './command.ts';
import type { PatchValues } from './patch-flags.ts';
import { readJsonObject } from './read-json.ts';
import { UsageError } from './usage-error.ts';

type Facts = ReadonlyMap<string, FieldState>;

const factsOf = (operations: readonly AnyUserOperation[]): Facts =>
  new Map(operations.flatMap((operation) => fieldsFor(operation, 'unknown')).map((state) => [state.field, state]));

/** Every field that some provider has: what one lacks is for its plan to say. */
const everyField = async (): Promise<Facts> =>
  factsOf((await listSubjects()).flatMap(({ operations }) => Object.values(operations)));

const readBoolean = (field: string, value: string): boolean => {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new UsageError(`${field} must be true or false.`);
};

const readInteger = (field: string, value: string): number => {
  if (/^-?[0-9]{1,15}$/.test(value)) return Number(value);
  throw new UsageError(`${field} must be a whole number.`);
};

/** The value of a flag, by the field's schema. */
const readValue = ({ field, schema: { type, format } }: FieldState, value: string): unknown => {
  if (format === 'password')
    throw new UsageError(
      `${field} may not stand on a command line, which others can see; use --patch FILE or --patch -.`,
    );
  if (type === 'boolean') return readBoolean(field, value);
  if (type === 'integer') return readInteger(field, value);
  if (type === 'string' || (Array.isArray(type) && type.includes('string'))) return value;
  throw new UsageError(`${field} is no single text or number; use --patch FILE or --patch -.`);
};

/** The changes that flags name, by field. */
const readChanges = async ({ set = [], clear = [] }: PatchValues, asked: readonly AskedAccount[]) => {
  const changes = new Map<string, unknown>();
  const selected = await Promise.all(asked.map((each) => findOperation(each)));
  let facts = factsOf(selected.map(({ operation }) => operation));
  const add = async (field: string, valueIn: (state: FieldState) => unknown): Promise<void> => {
    if (field.startsWith('native.')) throw new UsageError(`${field} is the provider's own; use --native NAME=VALUE.`);
    if (!facts.has(field)) facts = await everyField();
    const state = facts.get(field);
    if (!state)
      throw new UsageError(
        unknownName(
          'field',
          field,
          [...facts.keys()].filter((name) => !name.startsWith('native.')),
        ),
      );
    if (changes.has(field)) throw new UsageError(`${field} is given twice.`);
    changes.set(field, valueIn(state));
  };
  for (const entry of set) {
    const at = entry.indexOf('=');
    if (at < 0) throw new UsageError('--set must have the form FIELD=VALUE.');
    await add(entry.slice(0, at), (state) => readValue(state, entry.slice(at + 1)));
  }
  for (const field of clear) await add(field, () => null);
  return changes;
};

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The change that is meant: a file's, with what flags set.
 *
 * @throws {UsageError} if there is none, or a flag names no field.
 */
export const readPatch = async (values: PatchValues, asked: readonly AskedAccount[], io: Io): Promise<Patch> => {
  if (values.patch === undefined && !values.set && !values.clear)
    throw new UsageError('say what changes: --patch FILE, --set FIELD=VALUE or --clear FIELD.');
  const patch: Record<string, unknown> =
    values.patch === undefined ? {} : { ...(await readJsonObject(values.patch, io)) };
  for (const [field, value] of await readChanges(values, asked)) {
    const [name = '', part] = field.split('.');
    const group = Object.hasOwn(patch, name) ? patch[name] : undefined;
    if (part === undefined) patch[name] = value;
    else if (group === undefined || isGroup(group)) patch[name] = { ...group, [part]: value };
    else throw new UsageError(`${name} must be an object in the file, so that ${field} can be set in it.`);
  }
  return patch as Patch;
};
