import type { JsonObject } from '@amend/compiler/read';
import type { Cut } from './choose.ts';
import { TooLargeError } from './create-flattener.ts';
import { type Draft, type DraftOptions, draftOf } from './draft.ts';
import type { Source } from './source.ts';

/** How deep answers are taken over, until a contract is larger than anybody reads. */
const depths = [8, 6, 5, 4, 3, 2] as const;
const largest = 400_000;

/** A draft with all that a contract has room for, and what was left out: one a line. @throws {UsageError} */
export const draftAsDeepAs = (
  source: Source,
  cut: Cut,
  options: DraftOptions,
  fact: JsonObject,
): readonly [draft: Draft, dropped: readonly string[]] => {
  let drafted: readonly [Draft, string[]] | undefined;
  for (const depth of depths) {
    const dropped = new Set<string>();
    const tell = (node: Parameters<Source['placeOf']>[0], what: string) => {
      dropped.add(`${source.placeOf(node)}: ${what}`);
    };
    try {
      drafted = [draftOf(source, cut, options, fact, depth, tell), [...dropped]];
    } catch (error) {
      if (error instanceof TooLargeError) continue;
      throw error;
    }
    if (JSON.stringify(drafted[0].document).length < largest) break;
  }
  return drafted ?? source.fail(cut.update.node, 'What this operation leads to is too much; --drop some of it.');
};
