import { type Finding, findingOf } from './change.ts';
import { compareFacts } from './facts.ts';
import type { Mapping } from './mapping.ts';
import { actionFact } from './mapping-facts.ts';

/** How a provider's mapping differs: the fields that it takes, and how it writes and reads them. */
export const compareMapping = (before: Mapping, after: Mapping): Finding[] => {
  const [had, has] = [Object.keys(before.actions), Object.keys(after.actions)];
  const found = has.flatMap((action) => {
    const [was, is] = [before.actions[action], after.actions[action]];
    if (!was || !is) return [];
    return compareFacts(actionFact(was, before), actionFact(is, after)).map((finding) => ({ action, finding }));
  });
  // The same difference in several actions is told once.
  const merged = Map.groupBy(found, ({ finding }) => JSON.stringify(finding)).values();
  return [
    ...had.filter((name) => !has.includes(name)).map((name) => findingOf('action-removed', { name })),
    ...has.filter((name) => !had.includes(name)).map((name) => findingOf('action-added', { name })),
    ...[...merged].flatMap(([first, ...others]) => {
      if (!first) return [];
      const names = [first, ...others].map(({ action }) => action).join(', ');
      return [{ ...first.finding, what: `${names}: ${first.finding.what}` }];
    }),
  ];
};
