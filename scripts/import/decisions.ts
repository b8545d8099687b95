import { isDeepStrictEqual } from 'node:util';
import { type Json, type JsonObject, parseYaml } from '@amend/compiler/read';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { stringify } from 'yaml';
import { at, isMap } from './json.ts';
import type { Question } from './questions.ts';

/** The answer that is none. */
const undecided = 'undecided';

const word = { type: 'string', minLength: 1 };
const open = (...values: Json[]) => ({ enum: [undecided, ...values] });
const statuses = { type: 'array', items: word, uniqueItems: true };
const rule = { updatable: statuses, source: {}, conflict: {} };
/** Of members of an object, by their names or the way to them: `name`, `tax.number`. */
const members = {
  type: 'object',
  additionalProperties: {
    anyOf: [statuses, { type: 'object', required: ['updatable'], properties: rule, additionalProperties: false }],
  },
};

/** What a file of decisions holds. Rules themselves are judged by the lint of the contract. */
const schema = {
  type: 'object',
  required: ['from', 'operations'],
  additionalProperties: false,
  properties: {
    from: word,
    page: { type: 'string', pattern: '^https://[^/ ]+\\.[^/ ]+' },
    operations: { type: 'object', additionalProperties: word },
    server: word,
    security: word,
    key: word,
    drop: { type: 'array', items: word },
    update: open('partial', 'replacement'),
    objects: open('partial', 'replacement'),
    documented: open(true, false),
    repeats: { type: 'object', additionalProperties: { anyOf: [word, { type: 'object' }] } },
    status: word,
    words: { type: 'object', additionalProperties: open('verified', 'unverified', 'unknown', 'frozen') },
    others: statuses,
    properties: {
      type: 'object',
      additionalProperties: {
        anyOf: [
          open('identifier', 'credential'),
          statuses,
          {
            type: 'object',
            properties: { ...rule, role: word, effect: word, items: {}, members },
            additionalProperties: false,
          },
        ],
      },
    },
  },
};

const isDecisions = new Ajv2020({ strict: false, allErrors: false }).compile(schema);

/** A file of decisions. @throws {ContractError} in one line, with file and place. */
export const parseDecisions = (path: string, text: string): JsonObject => {
  const { document, fail } = parseYaml(path, text);
  if (isDecisions(document) && isMap(document)) return document;
  const [error] = isDecisions.errors ?? [];
  const name = error?.params.additionalProperty;
  const place = [...(error?.instancePath ?? '').split('/').slice(1), ...(name === undefined ? [] : [String(name)])].map(
    (key) => key.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
  return fail(place, name === undefined ? `This ${error?.message}.` : `${name} is no decision.`);
};

/** A question with its answer, and whether a person gave it. */
export interface Answered extends Question {
  readonly value: Json;
}

export const isOpen = ({ value }: Answered): boolean => value === undecided;

/** What was decided before, else what the document states, else nothing; `others` answers what is open of the properties. */
export const answer = (questions: readonly Question[], before: JsonObject | undefined): readonly Answered[] =>
  questions.map((question) => {
    const decided = at(before, ...question.key);
    const others = question.key[0] === 'properties' ? before?.others : undefined;
    const found = [decided, question.stated, others].find((each) => each !== undefined && each !== undecided);
    return { ...question, value: found ?? undecided };
  });

/** The statuses that every machine has, and that no word means though all words are decided. */
export const unmeant = (answered: readonly Answered[]): string[] => {
  const words = answered.filter(({ key }) => key[0] === 'words');
  if (words.length === 0 || words.some(isOpen)) return [];
  return ['verified', 'unverified'].filter((status) => words.every(({ value }) => value !== status));
};

/** What the document states by itself, and was decided otherwise. */
export const otherwise = (answered: readonly Answered[]): string[] =>
  answered
    .filter(({ stated, value }) => stated !== undefined && !isDeepStrictEqual(stated, value))
    .map(({ key, stated, says }) => `${key.join('.')}: ${JSON.stringify(stated)}, ${says}`);

/** Decisions whose question is not asked any more, as keys. */
export const goneFrom = (before: JsonObject | undefined, answered: readonly Answered[]): string[] => {
  const asked = new Set(answered.map(({ key }) => key.join('.')));
  return ['properties', 'repeats', 'words'].flatMap((group) =>
    Object.keys(Object(at(before, group)))
      .map((name) => `${group}.${name}`)
      .filter((key) => !asked.has(key)),
  );
};

const flow = (value: Json): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();

const line = (indent: string, key: string, value: Json, says = ''): string =>
  `${indent}${flow(key)}: ${flow(value)}${says ? ` # ${says.replace(/\s+/g, ' ')}` : ''}`;

const head = (
  name: string,
) => `# What only a person knows of ${name}. \`undecided\` is what is open; what stands behind a # are the provider's own words.
# Of a property: the statuses in which it may be sent ([unverified, verified], [unverified], []), identifier, credential, or
# { updatable: [unverified], source: { evidence: vendor, from: https://... } }. \`others\` answers, once, for all that are open.
# Then \`npm run import -- --provider ${name.split('@')[0]}\` again.`;

/** The text of a file of decisions. */
export const printDecisions = (name: string, settings: JsonObject, answered: readonly Answered[]): string => {
  const lines = answered.map(({ key: [group, member], value, says }, index) => {
    if (member === undefined) return line('', group, value, says);
    const begins = answered[index - 1]?.key[0] !== group ? `${group}:\n` : '';
    return begins + line('  ', member, value, says);
  });
  const set = Object.entries(settings).map(([key, value]) => line('', key, value));
  return `${[head(name), ...set, '', ...lines].join('\n')}\n`;
};
