import type { Checked, CheckedCell } from '@amend/check';
import { xml } from '../matrix/xml.ts';
import { explain, nameOf } from './words.ts';

const testOf = (cell: CheckedCell): string => {
  const { type, operation, status, verdict, provider } = cell;
  const head = `<testcase classname="${xml(`${type} ${operation}`)}" name="${xml(`${nameOf(cell)}, ${status}`)}"`;
  if (verdict === 'agrees') return `    ${head}/>`;
  const inner =
    verdict === 'differs'
      ? `<failure message="${xml(explain(cell))}"/>`
      : `<skipped message="${xml(`${verdict}: ${provider}`)}"/>`;
  return `    ${head}>${inner}</testcase>`;
};

const suiteOf = (name: string, tests: readonly string[]): readonly string[] => {
  const count = (tag: string): number => tests.filter((test) => test.includes(`<${tag} `)).length;
  return [
    `  <testsuite name="${xml(name)}" tests="${tests.length}" failures="${count('failure')}" skipped="${count('skipped')}">`,
    ...tests,
    '  </testsuite>',
  ];
};

/** A check in the form that CI servers read: a test for each cell, and one for each answer that no contract knows. */
export const renderJunit = ({ provider, cells, answers }: Checked): string => {
  const headings = [...new Set(cells.map(({ type, operation }) => `${type} ${operation}`))];
  const suites = headings.flatMap((heading) =>
    suiteOf(
      `${provider}: ${heading}`,
      cells.filter(({ type, operation }) => `${type} ${operation}` === heading).map(testOf),
    ),
  );
  const others = answers.map(
    ({ operation, status, kind, at }) =>
      `    <testcase classname="answers" name="${xml(`${operation} ${status}`)}"><failure message="${xml(`${kind} at ${at}`)}"/></testcase>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites,
    ...(others.length > 0 ? suiteOf(`${provider}: answers`, others) : []),
    '</testsuites>',
  ].join('\n');
};
