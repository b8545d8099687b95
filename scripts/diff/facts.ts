import { isDeepStrictEqual } from 'node:util';
import { type Finding, findingOf, type Words } from './change.ts';
import { type FactKind, meanings } from './meanings.ts';

/** One thing that a version says, and below it what it says of that. */
export interface Fact {
  readonly is: FactKind;
  /** Which one of its kind, where there are several. */
  readonly of?: string;
  readonly value?: unknown;
  /** For the sentence, beside `was` and `is`. */
  readonly words?: Words;
  /** What follows the file's name. */
  readonly at?: string;
  readonly below?: readonly Fact[];
  /** What this version means by not having, below, what the other one has. */
  readonly implies?: ((other: Fact) => Fact) | undefined;
}

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

const byName = ({ below = [] }: Fact) => new Map(below.map((fact) => [`${fact.is} ${fact.of ?? ''}`, fact]));

const compare = (was: Fact | undefined, is: Fact | undefined): Finding[] => {
  const found = decide(was, is);
  if (!was || !is) return found;
  const [had, has] = [byName(was), byName(is)];
  const below = [...new Set([...had.keys(), ...has.keys()])].flatMap((name) => {
    const [before, after] = [had.get(name), has.get(name)];
    return compare(before ?? (after && was.implies?.(after)), after ?? (before && is.implies?.(before)));
  });
  return [...found, ...below];
};

/** How two versions differ, each difference once. What stands below a fact is compared where both have that fact. */
export const compareFacts = (was: Fact, is: Fact): Finding[] => [
  ...new Map(compare(was, is).map((finding) => [JSON.stringify(finding), finding])).values(),
];
