import type { Samples } from './report.ts';

/**
 * Measures each contender once a round, one after the other, in turn forwards and backwards (A B B A): a machine that
 * gets slower does so for all of them.
 *
 * @param rounds An even number, so that each contender comes first as often as last.
 */
export const measureInRounds = async <Contender extends string>(
  contenders: readonly Contender[],
  measure: (contender: Contender) => Promise<number>,
  rounds = 8,
): Promise<Samples<Contender>> => {
  const samples = Object.fromEntries(contenders.map((contender) => [contender, []])) as unknown as Record<
    Contender,
    number[]
  >;
  for (let round = 0; round < rounds; round++)
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed())
      samples[contender].push(await measure(contender));
  return samples;
};
