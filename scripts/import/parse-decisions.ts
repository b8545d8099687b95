import { type Json, type JsonObject, parseYaml } from '@amend/compiler/read';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isMap } from './json.ts';

/** The answer that is none. */
export const undecided = 'undecided';

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
    id: word,
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
