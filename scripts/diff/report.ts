import { visible } from '@amend/client/visible';
import { type Change, type Level, levels } from './change.ts';

export interface Report {
  /** What the working tree was compared with, in the words of the report. */
  base: string;
  changes: readonly Change[];
}

export const formats = ['text', 'markdown', 'json'] as const;

export type Format = (typeof formats)[number];

const count = (changes: readonly Change[], level: Level): number =>
  changes.filter((change) => change.level === level).length;

const summary = ({ base, changes }: Report): string =>
  changes.length === 0
    ? `No contract, rule or mapping has changed since ${base}.`
    : `Since ${base}: ${levels.map((level) => `${count(changes, level)} ${level}`).join(', ')}.`;

/** By subject, the gravest first. */
const grouped = (changes: readonly Change[]): [string, Change[]][] => {
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  return subjects.map((subject) => [
    subject,
    levels.flatMap((level) => changes.filter((change) => change.subject === subject && change.level === level)),
  ]);
};

const renderText = (report: Report): string => {
  const sections = grouped(report.changes).map(([subject, changes]) =>
    [
      subject,
      ...changes.map(({ level, what, where, why }) => `  ${level}  ${what}\n         ${why}\n         ${where}`),
    ].join('\n'),
  );
  return [...sections, summary(report)].join('\n\n');
};

/** A table's cell ends at a line's end or at a bar; HTML would be taken for markup. */
const cell = (text: string): string =>
  text.replace(/[\\|<]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`)).replace(/\s+/g, ' ');

const renderMarkdown = (report: Report): string => {
  const sections = grouped(report.changes).map(([subject, changes]) =>
    [
      `### ${subject}`,
      '',
      '| level | what | why it matters | where |',
      '| --- | --- | --- | --- |',
      ...changes.map(
        ({ level, what, where, why }) =>
          `| ${[level === 'major' ? '**major**' : level, cell(what), cell(why), `\`${where.replaceAll('|', '\\|')}\``].join(' | ')} |`,
      ),
    ].join('\n'),
  );
  return ['## Contract changes', summary(report), ...sections].join('\n\n');
};

const renderJson = ({ base, changes }: Report): string =>
  JSON.stringify(
    { base, counts: Object.fromEntries(levels.map((level) => [level, count(changes, level)])), changes },
    null,
    2,
  );

/** The report as one text, which begins or ends with how many changes of each level there are. */
export const render = (report: Report, format: Format): string =>
  visible({ text: renderText, markdown: renderMarkdown, json: renderJson }[format](report));
