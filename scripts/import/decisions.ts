import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@amend/compiler/read';
import { at } from './json.ts';
import { undecided } from './parse-decisions.ts';
import type { Question } from './questions.ts';

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

/** What is wrong with what was decided of the status, and under which key; nothing while it is open. */
export const statusFlaw = (answered: readonly Answered[]): readonly [key: string, sentence: string] | undefined => {
  const status = answered.find(({ key }) => key[0] === 'status');
  const words = answered.filter(({ key }) => key[0] === 'words');
  if (!status || isOpen(status) || status.value === 'none' || words.some(isOpen)) return undefined;
  if (words.length === 0)
    return ['status', `${status.value} has no words (enum) that tell a status; name another property, or say none.`];
  const unmeant = ['verified', 'unverified'].find((meaning) => words.every(({ value }) => value !== meaning));
  return unmeant === undefined
    ? undefined
    : [
        'words',
        `No word means ${unmeant}; let one of them, or say status: none where the provider's words tell no verification.`,
      ];
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
