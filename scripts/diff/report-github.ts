import type { Change, Level } from './change.ts';
import { byLevel, type Report, summaryOf, unsourcedIn } from './report-parts.ts';
import { tellRule, tellUnsourced } from './tell-rule.ts';

// GitHub's workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions

const commands: Readonly<Record<Level, string>> = { major: 'warning', minor: 'notice', patch: 'notice' };

const escapes: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' };

const escaped = (text: string, signs: RegExp): string => text.replace(signs, (sign) => escapes[sign] ?? sign);

const message = (...lines: readonly string[]): string => escaped(lines.join('\n'), /[%\r\n]/g);

const command = (name: string, place: Pick<Change, 'file' | 'line'>, title: string, ...lines: string[]): string => {
  const properties = Object.entries({ file: place.file, line: String(place.line ?? 1), title });
  const given = properties.map(([key, value]) => `${key}=${escaped(value, /[%\r\n:,]/g)}`);
  return `::${name} ${given.join(',')}::${message(...lines)}`;
};

/** The report as annotations, each beside its line; GitHub shows ten of each kind, so the gravest come first. */
export const renderGithub = (report: Report): string => {
  const { changes, faults = [] } = report;
  return [
    ...faults.map((fault) => `::error::${message(fault)}`),
    ...unsourcedIn(changes).map((rule) => command('error', rule, 'A rule without a new source', tellUnsourced(rule))),
    ...byLevel(changes).map((change) => {
      const { level, subject, what, why, rule } = change;
      return command(commands[level], change, `${level}: ${subject}`, what, why, ...(rule ? tellRule(rule) : []));
    }),
    summaryOf(report),
  ].join('\n');
};
