import { isDeepStrictEqual } from 'node:util';
import type { AnyUserOperation } from 'amend';
import type { MappedCodec, MappedRow, MappedRows, Mapping, Tried } from './mapping.ts';
import { documentProperties, samples, today, typical } from './samples.ts';

// A mapping is written down as what it does, so that two versions can be compared and the older one is not run.

/** What is compared of an operation. */
export interface Described extends Pick<AnyUserOperation, 'operationId' | 'rows'> {
  readonly reader: Pick<AnyUserOperation['reader'], 'rows'>;
}

type AnyRow = AnyUserOperation['rows'][string] | AnyUserOperation['reader']['rows'][string];
type FieldsRow = Extract<AnyRow, { is: 'fields' }>;
type DocumentsRow = Extract<AnyRow, { is: 'documents' }>;

/** What came of trying; in words where it is no value. */
type Outcome = { readonly value: unknown } | { readonly words: string };

const context = { today };

const attempt = (work: () => Outcome): Outcome => {
  try {
    return work();
  } catch {
    return { words: 'throws' };
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In words that repeat neither the sample nor what is as usual, so that equal codecs look alike. */
const show = (outcome: Outcome, usual?: Outcome, sample?: unknown): string => {
  if ('words' in outcome) return outcome.words;
  const json = (part: unknown): string => {
    if (part === sample && sample !== undefined) return 'as it is';
    const isInside = typeof part === 'string' && typeof sample === 'string' && sample !== '';
    return JSON.stringify(isInside ? part.replace(sample, () => '…') : part) ?? 'nothing';
  };
  const { value } = outcome;
  if (!isRecord(value)) return json(value);
  const before = usual && 'value' in usual && isRecord(usual.value) ? usual.value : {};
  const names = Object.keys({ ...before, ...value }).filter((name) => !isDeepStrictEqual(before[name], value[name]));
  return names.map((name) => `${name} ${json(value[name])}`).join(', ') || 'as usual';
};

/** What becomes of each sample in one part. */
const trySamples = (work: (sample: unknown) => Outcome, usual?: Outcome): Tried[string] => {
  const found = new Map<string, unknown[]>();
  for (const sample of samples) {
    const words = show(work(sample), usual, sample);
    found.set(words, [...(found.get(words) ?? []), structuredClone(sample)]);
  }
  const most = Math.max(...[...found.values()].map(({ length }) => length));
  const rest = [...found].find(([, { length }]) => length === most)?.[0];
  return Object.fromEntries([...found].map(([words, own]) => [words, words === rest ? 'all others' : own]));
};

const describeFields = ({ codec, fields }: FieldsRow): Omit<MappedCodec, 'loss'> => {
  const isOne = fields.length === 1;
  // What the only field is called is of no account.
  const nameOf = (field: string) => (isOne ? 'it' : field);
  const usual = new Map(fields.map((field): [string, unknown] => [field, typical(field)]));
  const write = (values: ReadonlyMap<string, unknown>): Outcome =>
    attempt(() => {
      const encoded = codec.encode(values, context);
      const issues = 'issues' in encoded ? [...encoded.issues] : [];
      if (issues.length > 0)
        return { words: `refused: ${issues.map(([field, issue]) => `${nameOf(field)} ${issue}`).join(', ')}` };
      const missing = codec.needs.filter((field) => !values.has(field));
      if (missing.length > 0) return { words: `missing: ${missing.map(nameOf).join(', ')}` };
      return { value: 'wire' in encoded ? encoded.wire : undefined };
    });
  const read = (wire: unknown): Outcome =>
    attempt(() => {
      const found = codec.decode(wire).filter(([, value]) => value !== undefined);
      if (found.length === 0) return { words: 'nothing' };
      return { value: isOne ? found[0]?.[1] : Object.fromEntries(found) };
    });
  const all = write(usual);
  return {
    write: Object.fromEntries([
      ...(isOne ? [] : [['all', show(all)]]),
      ...fields.flatMap((field) => [
        [`without ${nameOf(field)}`, show(write(new Map([...usual].filter(([name]) => name !== field))), all)],
        [nameOf(field), trySamples((sample) => write(new Map([...usual, [field, sample]])), all)],
      ]),
    ]),
    read: { ...(!isOne && 'value' in all && { all: show(read(all.value)) }), it: trySamples(read) },
  };
};

/** A document is written and then read again: what the provider calls its properties is nowhere to be looked up. */
const describeDocuments = ({ codec, ssnKind }: DocumentsRow): Omit<MappedCodec, 'loss'> => {
  const write = (document: object): Outcome =>
    attempt(() => {
      const encoded = codec.encode(document, context);
      return 'wire' in encoded ? { value: encoded.wire } : { words: `refused: it ${encoded.issue}` };
    });
  const read = (document: object): Outcome => {
    const written = write(document);
    return 'value' in written ? attempt(() => ({ value: codec.decode(written.value) })) : { words: 'nothing' };
  };
  const kinds = ssnKind === undefined ? ['PASSPORT'] : ['PASSPORT', ssnKind];
  const tried = (work: (document: object) => Outcome): Tried =>
    Object.fromEntries(
      kinds.flatMap((type) => [
        [type, show(work({ type }))],
        ...documentProperties.map((property) => [
          `${type} ${property}`,
          trySamples((sample) => work({ type, [property]: sample }), work({ type })),
        ]),
      ]),
    );
  return { write: tried(write), read: tried(read) };
};

const describeRow = (row: AnyRow, keyOf: (name: string, codec: MappedCodec) => string): MappedRow => {
  if (!('codec' in row)) return { ...row };
  const { is, codec } = row;
  const fields = [...row.fields];
  // Otherwise every sample would be refused in both versions, and nothing compared.
  if (typeof codec.encode !== 'function' || typeof codec.decode !== 'function')
    throw new TypeError(`The codec of ${fields.join(', ')} has another form than this command knows.`);
  const tried = row.is === 'fields' ? describeFields(row) : describeDocuments(row);
  const key = keyOf(codec.name, { ...(codec.loss !== undefined && { loss: codec.loss }), ...tried });
  if (row.is === 'documents')
    return { is, fields, codec: key, value: [row.kind, ...(row.ssnKind === undefined ? [] : [row.ssnKind])] };
  const clears = row.clears.length > 0 && { clears: [...row.clears] };
  return { is, fields, codec: key, ...clears, ...(row.omitted !== undefined && { omitted: row.omitted }) };
};

/** What actions do, by their names. */
export const describeMapping = (actions: Readonly<Record<string, Described>>): Mapping => {
  const codecs: Record<string, MappedCodec> = {};
  /** Each codec once: by its name, and a number where several have it. */
  const keyOf = (name: string, codec: MappedCodec): string => {
    const keys = [name, ...Object.keys(codecs).map((_, index) => `${name} ${index + 2}`)];
    const key = keys.find((each) => !Object.hasOwn(codecs, each) || isDeepStrictEqual(codecs[each], codec)) ?? name;
    codecs[key] = codec;
    return key;
  };
  const describeRows = (rows: Readonly<Record<string, AnyRow>>): MappedRows =>
    Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, describeRow(row, keyOf)]));
  // Actions share how they are answered.
  const answers = new Map(Object.values(actions).map(({ reader }) => [reader.rows, describeRows(reader.rows)]));
  return {
    samples,
    actions: Object.fromEntries(
      Object.entries(actions).map(([name, { operationId, rows, reader }]) => [
        name,
        { operation: operationId, rows: describeRows(rows), answer: answers.get(reader.rows) ?? {} },
      ]),
    ),
    codecs,
  };
};
