import { fieldName, type Issue, maxIssues } from './issues.ts';
import { isWellFormed } from './path-issues.ts';

const flaw = (names: readonly string[], name: string, value: unknown): string | undefined => {
  if (!names.includes(name)) return 'must be left out: there is no such parameter';
  if (typeof value === 'string') return isWellFormed(value) ? undefined : 'must be well-formed text';
  const isPlain = value === undefined || typeof value === 'boolean' || Number.isFinite(value);
  return isPlain ? undefined : 'must be text, a number or a boolean';
};

/** A query stands in the address, which is logged everywhere: nothing goes there that the contract does not name. */
export const queryIssues = (names: readonly string[], query: readonly (readonly [string, unknown])[]): Issue[] => {
  const issues: Issue[] = [];
  for (const [name, value] of query) {
    const message = flaw(names, name, value);
    if (message) issues.push({ path: `/query/${fieldName(name)}`, message });
    if (issues.length > maxIssues) break;
  }
  return issues;
};
