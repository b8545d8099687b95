import { expect, test } from 'vitest';
import { nodeProblem } from './node-problem.ts';

test.each(['24.18.0', '24.21.0', '25.0.0', process.versions.node])('Node %s is new enough', (version) => {
  expect(nodeProblem(version)).toBe(undefined);
});

test.each(['20.20.2', '22.99.0', '24.17.9', '24'])('Node %s is not', (version) => {
  expect(nodeProblem(version)).toBe(
    `@amend/mock needs Node 24.18 or newer, and this is ${version}; install a newer one.`,
  );
});
