import { isSensitive } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import { askedProperties } from './asked-properties.ts';
import { retryOf } from './decide.ts';
import type { Draft } from './draft.ts';
import { hintIn, hintOf, hintOfRest } from './hints.ts';
import { isMap, mapAt, textAt } from './json.ts';
import { isObject } from './plain-schema.ts';
import { statusCandidates, statusWords } from './status.ts';

/** Something that only a person knows, or that the document states. */
export interface Question {
  /** Where its answer stands in the file of decisions. */
  readonly key: readonly [string] | readonly [string, string];
  /** What stands beside it: the vendor's own words. */
  readonly says: string;
  /** What the document itself answers. */
  readonly stated?: Json;
  /** The vendor's words are about this very question. */
  readonly isRule?: boolean;
  /** The way to a property of the body. */
  readonly way?: readonly string[];
}

const bodyOf = ({ document, bodyName }: Draft): JsonObject => mapAt(document, 'components', 'schemas', bodyName);

const userOf = ({ document }: Draft): JsonObject => mapAt(document, 'components', 'schemas', 'User');

/** What is asked of the status, once `chosen` is known: which property, and what each of its words means. */
const statusQuestions = (user: JsonObject, chosen: Json | undefined): Question[] => {
  const candidates = statusCandidates(user);
  const isChosen = typeof chosen === 'string' && chosen !== 'undecided';
  const property = isChosen ? chosen : candidates[0];
  const says =
    candidates.length > 0
      ? `${candidates.join(' or ')}, or none`
      : 'no property of a user looks like one; none, or its name';
  const words = property === undefined ? [] : statusWords(user, property);
  const hint = property === undefined ? undefined : hintIn(textAt(mapAt(user, 'properties')[property], 'description'));
  return [
    { key: ['status'], says },
    ...words.map(
      (word, index): Question => ({
        key: ['words', word],
        says:
          index === 0
            ? `verified, unverified, unknown, or frozen where nothing may change. ${hint?.sentence ?? ''}`.trim()
            : '',
      }),
    ),
  ];
};

const nestedIn = (body: JsonObject): string[] =>
  Object.entries(mapAt(body, 'properties')).flatMap(([name, property]) =>
    isMap(property) && isObject(property) ? [name] : [],
  );

const propertyQuestion = (draft: Draft, way: readonly string[], property: JsonObject): Question => {
  const name = way.join('.');
  const key = ['properties', name] as const;
  const rule = draft.stated.get(name);
  if (rule) {
    const says = `in ${rule.in.join(', ')}`;
    if (!rule.updatable)
      return { key, way, says: `${says}, which ${rule.in.length === 1 ? 'names' : 'name'} no status` };
    return { key, way, says, stated: [...rule.updatable], isRule: true };
  }
  const { sentence: says = '', isRule = false } = hintOf(property) ?? {};
  if (name === draft.id) return { key, way, says, stated: 'identifier' };
  const own = way.at(-1) ?? '';
  const isSecret = isSensitive(own) && /key|secret|token|password/i.test(own);
  return { key, way, says: isSecret ? `credential? ${says}`.trim() : says, isRule };
};

/** All questions, in the order in which they are asked. */
export const questionsOf = (draft: Draft, chosenStatus: Json | undefined): readonly Question[] => {
  const body = bodyOf(draft);
  const update = draft.operations.find(({ kind }) => kind === 'update');
  const said = hintOfRest(textAt(update?.vendor.node, 'description'));
  const nested = nestedIn(body);
  const repeats = draft.operations.filter(({ kind, vendor, key }) => retryOf(kind, vendor.method, key) === undefined);
  return [
    { key: ['update'], says: `partial or replacement. ${said}`.trim() },
    ...(nested.length > 0
      ? [{ key: ['objects'] as const, says: `partial or replacement, of ${nested.join(', ')}` }]
      : []),
    {
      key: ['documented'],
      says: 'true or false: whether the provider says which field may change in which status',
      ...(draft.stated.size > 0 && { stated: true }),
    },
    ...repeats.map(({ id }): Question => ({ key: ['repeats', id], says: 'idempotent or never' })),
    ...statusQuestions(userOf(draft), chosenStatus),
    ...askedProperties(body).map(([way, property]) => propertyQuestion(draft, way, property)),
  ];
};
