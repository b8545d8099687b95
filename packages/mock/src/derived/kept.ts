import type { ResolvedSchema } from '@amend/contract';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Fields, isFields } from '../json.ts';
import { TextEncoder } from '../platform.ts';
import { readBody } from '../read-body.ts';
import { type DerivedUser, propertiesOf, valuesAt } from './derived-user.ts';
import { masked } from './mask.ts';

/** What is where nothing was sent, as far as a schema says it. */
export const defaultsOf = (schema: ResolvedSchema | undefined): Fields =>
  Object.fromEntries(
    Object.entries(propertiesOf(schema)).flatMap(([name, property]) =>
      'default' in property ? [[name, property.default]] : [],
    ),
  );

const utf8 = new TextEncoder();

/** Stands for a content that no answer shows, so that the same one can be told from another and none is kept. */
const fingerprint = (content: string): string => `sha256:${bytesToHex(sha256(utf8.encode(content)))}`;

const isNumber = ({ type }: ResolvedSchema): boolean =>
  [type].flat().some((name) => name === 'integer' || name === 'number') && ![type].flat().includes('string');

/** What a text says that is JSON, where answers show no text but that. */
const readText = ({ type }: ResolvedSchema, text: string): unknown => {
  const types = [type].flat();
  if (types.includes('string') || !(types.includes('object') || types.includes('array'))) return text;
  const read = readBody(utf8.encode(text));
  return read.refusal ? text : read.value;
};

const keptText = (sent: ResolvedSchema, shown: ResolvedSchema | undefined, value: string): unknown => {
  if (sent.storedAs === 'upper-case') return value.toUpperCase();
  if (typeof sent.storedAs === 'object') return value;
  if (!shown) return sent.writeOnly && sent.format === 'password' ? fingerprint(value) : value;
  return isNumber(shown) && /^[0-9]{1,15}$/.test(value) ? Number(value) : readText(shown, value);
};

/** What is kept of a value, by what is said of it where it is sent, and where it is shown. */
const kept = (sent: ResolvedSchema = {}, shown: ResolvedSchema | undefined, value: unknown): unknown => {
  if (typeof value === 'string') return keptText(sent, shown, value);
  if (typeof value === 'number') return sent.storedAs === 'text' ? String(value) : value;
  if (Array.isArray(value)) return value.map((element) => kept(sent.items, shown?.items, element));
  if (!isFields(value)) return value;
  return { ...(sent.update !== 'partial' && defaultsOf(shown)), ...keptIn(sent, shown, value) };
};

/** A body as it is kept, under the names that it has. */
export const keptIn = (sent: ResolvedSchema, shown: ResolvedSchema | undefined, body: Fields): Fields =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      kept(propertiesOf(sent)[name], propertiesOf(shown)[name], value),
    ]),
  );

/** A value as it then is: an object keeps what it leaves out, where its schema says so. */
export const merged = (sent: ResolvedSchema = {}, stored: unknown, value: unknown): unknown => {
  if (sent.update !== 'partial' || !isFields(stored) || !isFields(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    merged(propertiesOf(sent)[name], stored[name], part),
  ]);
  return { ...stored, ...Object.fromEntries(parts) };
};

/** The same under the names of a user's properties: of some values the end alone is kept, under another name. */
export const renamed = ({ schema, examples }: DerivedUser, sent: ResolvedSchema, body: Fields): Fields =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const { storedAs } = propertiesOf(sent)[name] ?? {};
      if (typeof storedAs !== 'object') return [[name, value]];
      const { property } = storedAs;
      const end = masked(propertiesOf(schema)[property]?.pattern ?? '', valuesAt(examples, [property]), String(value));
      return end === undefined ? [] : [[property, end]];
    }),
  );
