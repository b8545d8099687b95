import type { BodySchema } from '@amend/contract';
import type { Fields } from '../json.ts';
import { propertiesOf } from './derived-user.ts';

/** What a body has but one value for: by these its users are known from those of another. */
export const marksOf = ({ schema }: BodySchema): Fields =>
  Object.fromEntries(
    Object.entries(propertiesOf(schema)).flatMap(([name, property]) =>
      'const' in property ? [[name, property.const]] : [],
    ),
  );

const nobody: BodySchema = { schema: {} };

/** Which of the bodies of a call is for whom. Where none is, there is one without properties: nothing may be sent. */
export const bodiesFor = (schemas: readonly BodySchema[] = []) => {
  const marked = schemas
    .map((body) => ({ body, marks: Object.entries(marksOf(body)) }))
    .toSorted((one, other) => other.marks.length - one.marks.length);
  return {
    /** For a user of this kind: the one with the most marks, all of which the user has. */
    of: (user: Fields): BodySchema =>
      marked.find(({ marks }) => marks.every(([name, mark]) => user[name] === mark))?.body ?? nobody,
    /** The one that was sent: it may leave out a mark that it does not need. */
    like: (sent: Fields): BodySchema =>
      marked.find(({ body, marks }) =>
        marks.every(([name, mark]) => (name in sent ? sent[name] === mark : !body.schema.required?.includes(name))),
      )?.body ?? nobody,
  };
};

const wordsOf = ({ name = '' }: BodySchema): readonly string[] => name.match(/[A-Z]?[^A-Z]+/g) ?? [];

/** What a kind is called: the words of its body's name without those that end the names of all, in lower case. */
export const kindName = (body: BodySchema, all: readonly BodySchema[]): string => {
  const words = wordsOf(body);
  const isOwn = (_: string, index: number): boolean =>
    all.some(
      (other) =>
        wordsOf(other)
          .slice(index - words.length)
          .join() !== words.slice(index).join(),
    );
  return words.filter(isOwn).join(' ').toLowerCase();
};
