import { type Fields, isFields } from '../json.ts';
import { find, type Node } from '../schema.ts';

/** The way from an answer to the users in it: names of properties, and `*` for every element of a list. */
export type Way = readonly string[];

const user = '#/components/schemas/User';

/** The deepest envelope that is looked into. */
const deepest = 6;

/** How an answer of this schema holds users; nothing if it holds none. */
export const wayToUsers = (document: Node, schema: unknown, depth = 0): Way | undefined => {
  if (!isFields(schema) || depth === deepest) return undefined;
  if (schema.$ref === user) return [];
  if (schema.$ref !== undefined) return wayToUsers(document, find(document, schema.$ref), depth + 1);
  const ofElements = wayToUsers(document, schema.items, depth + 1);
  if (ofElements) return ['*', ...ofElements];
  for (const [name, property] of Object.entries(isFields(schema.properties) ? schema.properties : {})) {
    const way = wayToUsers(document, property, depth + 1);
    if (way) return [name, ...way];
  }
  return undefined;
};

/** The users in an answer. */
export const usersAt = (way: Way, answer: unknown): readonly Fields[] => {
  const [step, ...rest] = way;
  if (step === undefined) return isFields(answer) ? [answer] : [];
  if (step === '*') return Array.isArray(answer) ? answer.flatMap((element) => usersAt(rest, element)) : [];
  return isFields(answer) ? usersAt(rest, answer[step]) : [];
};

/** An answer like the example, with this user in it, or these users where the way has a list. */
export const answerWith = (way: Way, example: unknown, users: unknown): unknown => {
  const [step, ...rest] = way;
  if (step === undefined) return users;
  if (step === '*') {
    const [first] = Array.isArray(example) ? example : [];
    return (Array.isArray(users) ? users : [users]).map((each) => answerWith(rest, first, each));
  }
  const envelope = isFields(example) ? example : {};
  return { ...envelope, [step]: answerWith(rest, envelope[step], users) };
};
