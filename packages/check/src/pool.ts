import type { Named } from '@amend/contract';
import { isObject, textOf } from './json.ts';
import type { Model } from './model.ts';

/** What a contract's own examples have under each name, wherever it stands. */
export type Pool = ReadonlyMap<string, readonly unknown[]>;

/** What a sample has in the place of a value, or shows of a private one. */
const isNoValue = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && /^<.*>$|^[*xX#]+$|\*/.test(value));

/** The values that a contract shows, those of requests first. */
export const poolOf = (models: readonly Model[]): Pool => {
  const found = new Map<string, Map<string, unknown>>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const element of value) visit(element);
    if (!isObject(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const known = found.get(name) ?? new Map<string, unknown>();
      if (!isNoValue(part)) known.set(textOf(part), part);
      found.set(name, known);
      visit(part);
    }
  };
  const operations = models.flatMap((model) => model.operations);
  for (const { body } of operations) for (const example of Object.values(body?.examples ?? {})) visit(example);
  for (const { answers, success } of operations)
    for (const example of Object.values(answers[success] ?? ({} as Named))) visit(example);
  return new Map([...found].map(([name, values]) => [name, [...values.values()]]));
};
