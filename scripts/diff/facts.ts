import { isDeepStrictEqual } from 'node:util';
import { type Finding, findingOf, type Words } from './change.ts';
import { type FactKind, meanings } from './meanings.ts';

/** One thing that a version says, and below it what it says of that. */
export interface Fact {
  readonly is: FactKind;
  readonly value?: unknown;
  /** For the sentence, beside `was` and `is`. */
  readonly words?: Words;
  /** What follows the file's name. */
  readonly at?: string;
  readonly below?: Facts;
  /** What this version means by not having, below, what the other one has. */
  readonly implies?: ((other: Fact) => Fact | undefined) | undefined;
}

export type Facts = Readonly<Record<string, Fact>>;

const own = (facts: Facts = {}, name: string): Fact | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : undefined;

const decide = (was: Fact | undefined, is: Fact | undefined): Finding[] => {
  const fact = is ?? was;
  if (!fact) return [];
  const { come, gone, changed } = meanings[fact.is];
  const isSame = was !== undefined && is !== undefined && isDeepStrictEqual(was.value, is.value);
  const decided = isSame ? undefined : !was ? come : !is ? gone : changed;
  const words = { ...fact.words, was: String(was?.value), is: String(is?.value) };
  return [typeof decided === 'function' ? decided(was?.value as never, is?.value as never) : (decided ?? [])]
    .flat()
    .map((decision) => findingOf(decision, words, fact.at));
};

const compare = (was: Fact | undefined, is: Fact | undefined): Finding[] => {
  const found = decide(was, is);
  if (!was || !is) return found;
  const names = new Set([...Object.keys(was.below ?? {}), ...Object.keys(is.below ?? {})]);
  const below = [...names].flatMap((name) => {
    const [before, after] = [own(was.below, name), own(is.below, name)];
    return compare(before ?? (after && was.implies?.(after)), after ?? (before && is.implies?.(before)));
  });
  return [...found, ...below];
};

/** How two versions differ, each difference once. What stands below a fact is compared where both have that fact. */
export const compareFacts = (was: Fact, is: Fact): Finding[] => [
  ...new Map(compare(was, is).map((finding) => [JSON.stringify(finding), finding])).values(),
];
