import { isFields, sameJson } from './json.ts';
import type { Problem } from './problem.ts';

const at = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;

/** Every place of a value under a name, also as an element of the list of that name. */
const placesOf = (body: unknown, name: string, value: unknown, pointer = ''): readonly string[] => {
  if (Array.isArray(body))
    return body.flatMap((element, index) => placesOf(element, name, value, `${pointer}/${index}`));
  if (!isFields(body)) return [];
  return Object.entries(body).flatMap(([key, child]) => {
    const place = `${pointer}/${key}`;
    const elements = key === name && Array.isArray(child) ? [...child.entries()] : [];
    return [
      ...(key === name && sameJson(child, value) ? [place] : []),
      ...elements.flatMap(([index, element]) => (sameJson(element, value) ? [`${place}/${index}`] : [])),
      ...placesOf(child, name, value, place),
    ];
  });
};

/** As many problems are looked into; a list may have thousands of wrong elements, each of them sought in the whole body. */
const mostSought = 10;

/**
 * What an answer cannot show because the caller sent it so, at the place where it was sent.
 *
 * @returns Nothing if any of the problems is the mock's own: what it made, left out or changed itself.
 */
export const sentProblems = (
  problems: readonly Problem[],
  { answer, body }: { readonly answer: unknown; readonly body: unknown },
): readonly Problem[] | undefined => {
  const sent = problems.slice(0, mostSought).map((problem) => {
    const steps = problem.field.split('/').slice(1);
    const name = steps.findLast((step) => !/^[0-9]+$/.test(step));
    const [field] = name === undefined ? [] : placesOf(body, name, steps.reduce(at, answer));
    return field === undefined ? undefined : { ...problem, field };
  });
  return sent.every((problem) => problem !== undefined) ? sent : undefined;
};
