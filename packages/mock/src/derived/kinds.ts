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

/** The body for a user of this kind: the one with the most marks, all of which the user has. */
export const bodyFor = (schemas: readonly BodySchema[] = [], user: Fields): BodySchema | undefined =>
  schemas
    .map((body) => ({ body, marks: Object.entries(marksOf(body)) }))
    .filter(({ marks }) => marks.every(([name, mark]) => user[name] === mark))
    .toSorted((one, other) => other.marks.length - one.marks.length)[0]?.body;

/** The body that was sent: it may leave out a mark that it does not need. */
export const bodySent = (schemas: readonly BodySchema[] = [], sent: Fields): BodySchema | undefined =>
  schemas.find((body) =>
    Object.entries(marksOf(body)).every(([name, mark]) =>
      name in sent ? sent[name] === mark : !body.schema.required?.includes(name),
    ),
  );

const wordsOf = ({ name = '' }: BodySchema): readonly string[] => name.match(/[A-Z]?[^A-Z]+/g) ?? [];

/** What a kind of user is called: the words of its body's name without those that end all names, in lower case. */
export const kindName = (schemas: readonly BodySchema[], user: Fields): string => {
  const body = bodyFor(schemas, user);
  const [words = [], ...others] = [...(body ? [body] : []), ...schemas.filter((each) => each !== body)].map(wordsOf);
  const isShared = (fromEnd: number): boolean => others.every((other) => other.at(-fromEnd) === words.at(-fromEnd));
  let shared = 0;
  while (others.length > 0 && shared < words.length && isShared(shared + 1)) shared += 1;
  return others.length > 0
    ? words
        .slice(0, words.length - shared)
        .join(' ')
        .toLowerCase()
    : '';
};
