import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyAction, Field } from 'amend';
import type { MappedRow, MappedRows, Mapping } from './mapping.ts';
import { documentSamples, samples, today, typical } from './samples.ts';

// Prints the mapping of the checkout that it is given, as JSON. A process of its own, with the condition amend-source:
// the base's modules are run as they were, beside the working tree's.

type AnyRow = AnyAction['rows'][string] | AnyAction['reader']['rows'][string];
type FieldsRow = Extract<AnyRow, { is: 'fields' }>;
type DocumentsRow = Extract<AnyRow, { is: 'documents' }>;

const context = { today };
const json = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

const attempt = (work: () => string): string => {
  try {
    return work();
  } catch {
    return 'throws';
  }
};

const outcomeOf = (encoded: object): string => {
  const [name = '', value] = Object.entries(encoded)[0] ?? [];
  return `${name} ${json(value instanceof Map ? [...value] : value)}`;
};

const writeFields = ({ codec, fields }: FieldsRow): Record<string, string> => {
  const usual: [Field, unknown][] = fields.map((field) => [field, typical(field)]);
  const outcome = (values: ReadonlyMap<Field, unknown>) => attempt(() => outcomeOf(codec.encode(values, context)));
  return Object.fromEntries(
    fields.flatMap((field) => [
      [`${field} left out`, outcome(new Map(usual.filter(([name]) => name !== field)))],
      ...samples.map((sample, index) => [`${field} ${index}`, outcome(new Map([...usual, [field, sample]]))]),
    ]),
  );
};

const readFields = ({ codec }: FieldsRow, wire: unknown) =>
  codec.decode(wire).filter(([, value]) => value !== undefined);

const describeFields = (row: FieldsRow): Partial<MappedRow> => ({
  clears: row.clears,
  writes: writeFields(row),
  reads: Object.fromEntries(samples.map((sample, index) => [index, attempt(() => json(readFields(row, sample)))])),
  ...(row.omitted !== undefined && { omitted: json(row.omitted) }),
});

/** A document is written and then read again: what the provider calls its properties is nowhere to be looked up. */
const describeDocuments = ({ codec, kind, ssnKind }: DocumentsRow): Partial<MappedRow> => {
  const tried = documentSamples('PASSPORT').concat(ssnKind === undefined ? [] : documentSamples(ssnKind));
  const written = tried.map(([name, document]) => [name, attempt(() => outcomeOf(codec.encode(document, context)))]);
  const read = tried.map(([name, document]) => [
    name,
    attempt(() => {
      const encoded = codec.encode(document, context);
      return 'wire' in encoded ? json(codec.decode(encoded.wire)) : 'nothing';
    }),
  ]);
  return { value: json([kind, ssnKind]), writes: Object.fromEntries(written), reads: Object.fromEntries(read) };
};

const describeRow = (row: AnyRow): MappedRow => {
  const plain: MappedRow = { is: row.is, fields: [], clears: [], writes: {}, reads: {} };
  if (!('codec' in row)) return { ...plain, ...(row.value !== undefined && { value: json(row.value) }) };
  const { fields, codec } = row;
  // Otherwise every sample would be refused in both versions, and nothing compared.
  if (typeof codec.encode !== 'function' || typeof codec.decode !== 'function')
    throw new TypeError(`the codec of ${fields.join(', ')} has another form than this command knows`);
  return {
    ...plain,
    fields,
    codec: codec.name,
    ...(codec.loss !== undefined && { loss: codec.loss }),
    ...(row.is === 'fields' ? describeFields(row) : describeDocuments(row)),
  };
};

const describeRows = (rows: Readonly<Record<string, AnyRow>>): MappedRows =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, describeRow(row)]));

const isAction = (value: unknown): value is AnyAction =>
  typeof value === 'object' && value !== null && 'operation' in value && 'rows' in value && 'reader' in value;

const [checkout = '.'] = process.argv.slice(2);
const amend = join(checkout, 'packages/amend');
const { exports } = JSON.parse(readFileSync(join(amend, 'package.json'), 'utf8')) as {
  exports: Record<string, { 'amend-source': string }>;
};
/** An entry may stand for every file of a folder. */
const filesOf = (path: string): string[] => {
  const [folder = '', rest] = path.split('*');
  if (rest === undefined) return [path];
  return readdirSync(join(amend, folder))
    .filter((name) => name.endsWith(rest) && !name.endsWith(`.test${rest}`))
    .map((name) => folder + name);
};

const mapping: Record<string, Mapping[string]> = {};
for (const file of Object.entries(exports).flatMap(([entry, { 'amend-source': path }]) =>
  entry === '.' ? [] : filesOf(path),
)) {
  const module: Record<string, unknown> = await import(pathToFileURL(join(amend, file)).href);
  for (const [name, actions] of Object.entries(module))
    for (const [verb, action] of Object.entries(actions ?? {}))
      if (isAction(action))
        mapping[`${name}.${verb}`] = {
          provider: action.provider,
          operation: action.operation,
          rows: describeRows(action.rows),
          answer: describeRows(action.reader.rows),
        };
}
console.log(JSON.stringify(mapping));
