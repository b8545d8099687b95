import { expect, test } from 'vitest';
import { nodeProblem } from './node-problem.ts';

test.each(['20.16.0', '20.20.2', '22.0.0', process.versions.node])('Node %s is new enough', (version) => {
  expect(nodeProblem(version)).toBe(undefined);
});

test.each(['18.20.8', '20.15.1', '20'])('Node %s is not', (version) => {
  expect(nodeProblem(version)).toBe(
    `@amend/mock needs Node 20.16 or newer, and this is ${version}; install a newer one.`,
  );
});
