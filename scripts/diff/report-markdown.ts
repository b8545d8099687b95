import { visible } from '@amend/client/visible';
import type { Change } from './change.ts';
import type { Cell, CellChange } from './changed-cells.ts';
import { code, fit, plain, table } from './markdown.ts';
import { bySubject, type Report, rulesIn, summaryOf, unsourcedIn } from './report-parts.ts';
import type { RuleChange } from './rule-changes.ts';
import { marks, type Said, statuses } from './rule-words.ts';
import { tellPlaces, tellSources, tellUnsourced, tellVerdict } from './tell-rule.ts';

/** A comment on GitHub holds 65,536 characters, and a variable of the environment, which hands it on, 128 KiB. */
const mostBytes = 60_000;

const cellWords: Readonly<Record<Cell, string>> = {
  yes: '✓ may change',
  'yes*': '✓ may change, no rules stated',
  kind: '◐ by kind of document',
  lock: '✗ locked',
  never: '✗ never changes',
  echo: '= sent back unchanged',
  '-': '- no such field',
};

/** Rows of another contract have no cell for the words of one. */
const cell = (change: CellChange, status: string): string => {
  const [was, is] = [change.was[status], change.is[status]];
  if (was === undefined || is === undefined) return '';
  return was === is ? cellWords[is] : `${cellWords[was]} → **${cellWords[is]}**`;
};

const columnsOf = (cells: readonly CellChange[]): string[] => [
  ...new Set([...statuses, ...cells.flatMap(({ is }) => Object.keys(is))]),
];

/** Where it is; a link only where the name of the file is nothing but one. */
const place = ({ file, line }: Pick<Change, 'file' | 'line'>, links: string | undefined): string => {
  const name = code(line === undefined ? file : `${file}:${line}`);
  if (links === undefined || !name.startsWith('`')) return name;
  return `[${name}](${links}/${file}${line === undefined ? '' : `#L${line}`})`;
};

const sayings = (says: readonly Said[], version: 'was' | 'is'): string =>
  says
    .flatMap(({ of, [version]: words }) =>
      words === undefined ? [] : [plain([of, marks[words], words].filter(Boolean).join(' '))],
    )
    .join('<br>') || '-';

const ruleRow = (rule: RuleChange, links: string | undefined): string[] => [
  [plain(tellPlaces(rule)), plain(rule.name)].filter(Boolean).join('<br>'),
  sayings(rule.says, 'was'),
  sayings(rule.says, 'is'),
  [
    plain(tellSources(rule.sources[rule.source === 'gone' ? 'was' : 'is'])),
    rule.source === 'changed' ? `was ${plain(tellSources(rule.sources.was))}` : `**${plain(tellVerdict(rule))}**`,
  ].join('<br>'),
  place(rule, links),
];

const headline = (breaks: number, all: number): string => {
  if (all === 0) return 'No contract, rule or mapping has changed';
  if (breaks === 0) return 'Contracts: nothing that breaks callers';
  return `Contracts: ${breaks === 1 ? 'one change breaks' : `${breaks} changes break`} callers`;
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, '', ...lines];

/** The report as a comment on a pull request: what breaks, the rules, the matrix, and then all else. */
export const renderMarkdown = (report: Report): string => {
  const { changes, cells, links, faults = [] } = report;
  const breaks = changes.filter(({ level }) => level === 'major');
  const others = bySubject(changes.filter(({ level }) => level !== 'major'));
  const lines = [
    `## ${headline(breaks.length, changes.length)}`,
    '',
    plain(summaryOf(report)),
    ...faults.flatMap((fault) => ['', `**${plain(fault)}**`]),
    ...section(
      '### Rules that changed without a new source',
      unsourcedIn(changes).map((rule) => `- ${plain(tellUnsourced(rule))} ${place(rule, links)}`),
    ),
    ...section(
      '### What breaks',
      bySubject(breaks).flatMap(([subject, list]) =>
        list.map(
          (change) => `- **${plain(subject)}**: ${plain(change.what)}. ${plain(change.why)} ${place(change, links)}`,
        ),
      ),
    ),
    ...section(
      '### Rules',
      table(
        ['field', 'was', 'is', 'source', 'where'],
        rulesIn(changes).map((rule) => ruleRow(rule, links)),
      ),
    ),
    ...section(
      '### The matrix',
      table(
        ['subject', 'field', ...columnsOf(cells).map(plain)],
        cells.map((row) => [
          plain(row.subject),
          code(row.field),
          ...columnsOf(cells).map((status) => cell(row, status)),
        ]),
      ),
    ),
    ...others.flatMap(([subject, list]) =>
      section(
        `### ${plain(subject)}, what else`,
        table(
          ['level', 'what', 'why it matters', 'where'],
          list.map((change) => [change.level, plain(change.what), plain(change.why), place(change, links)]),
        ),
      ),
    ),
  ];
  return fit(
    lines.map(visible),
    mostBytes,
    (missing) => `${missing} more lines do not fit here; \`npm run contracts:diff\` prints them all.`,
  );
};
