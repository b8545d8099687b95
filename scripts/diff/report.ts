import { visible } from '@amend/client/visible';
import { levels } from './change.ts';
import { renderGithub } from './report-github.ts';
import { renderMarkdown } from './report-markdown.ts';
import { bySubject, count, type Report, summaryOf, unsourcedIn } from './report-parts.ts';
import { tellRule } from './tell-rule.ts';

export const formats = ['text', 'markdown', 'json', 'github'] as const;

export type Format = (typeof formats)[number];

/** A name that holds the end of a line makes no line of ours. */
export const withoutLineEnds = (text: string): string => text.replace(/[\r\n]+/g, ' ');

const renderText = (report: Report): string => {
  const sections = bySubject(report.changes).map(([subject, changes]) =>
    [
      subject,
      ...changes.map(({ level, what, where, why, rule }) =>
        [`  ${level}  ${what}`, ...[why, ...(rule ? tellRule(rule) : []), where].map((line) => `         ${line}`)]
          .map(withoutLineEnds)
          .join('\n'),
      ),
    ].join('\n'),
  );
  return [...sections, summaryOf(report)].join('\n\n');
};

const renderJson = ({ base, changes, cells }: Report): string =>
  JSON.stringify(
    {
      base,
      counts: Object.fromEntries(levels.map((level) => [level, count(changes, level)])),
      unsourced: unsourcedIn(changes).map(({ file, line, at }) => `${file}:${line}${at}`),
      changes,
      cells,
    },
    null,
    2,
  );

/** The report as one text, which begins or ends with how many changes of each level there are. */
export const render = (report: Report, format: Format): string =>
  visible({ text: renderText, markdown: renderMarkdown, json: renderJson, github: renderGithub }[format](report));
