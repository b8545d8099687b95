import type { Context, Rule } from '../redocly.ts';

const check = (node: unknown, { type, location, report }: Context): void => {
  // The keys of other nodes are the provider's names.
  if (typeof node !== 'object' || node === null || type.extensionsPrefix === undefined) return;
  const { 'x-undecided': questions } = node as Record<string, unknown>;
  if (questions === undefined) return;
  for (const question of [questions].flat())
    report({
      message: `This is not decided: ${question}; decide it in the file of decisions, and import again.`,
      location: location.child(['x-undecided']).key(),
    });
};

/** What only a person knows, and nobody has said yet. */
export const nothingUndecided: Rule = () => ({ any: check, ref: check });
