import type { LinkStatus } from '@amend/keep';
import type { FieldVerdict, Patch, Plan, User } from 'amend';
import type { Told } from '../listen/receive.ts';
import type { Style } from '../style.ts';
import { type Cell, renderTable } from '../table.ts';
import type { DemoAccount } from './accounts.ts';
import { describeChange, describeUser } from './describe-user.ts';

const margin = '  ';

type Format = Parameters<Style['paint']>[0];

const colours: Readonly<Record<FieldVerdict['verdict'] | Plan['state'], Format>> = {
  send: 'green',
  ready: 'green',
  locked: 'red',
  invalid: 'red',
  missing: 'red',
  blocked: 'red',
  unsupported: 'yellow',
  echo: 'cyan',
  unchanged: 'gray',
  empty: 'gray',
};

const painted = (text: string, format: Format, { paint }: Style): Cell => ({
  text,
  paint: (same) => paint(format, same),
});

/** Who knows the person, and how far the verification has come. */
export const reportAccounts = (accounts: readonly DemoAccount[], style: Style): string =>
  renderTable(
    accounts.map(({ operation, id, current: { verification } }) => [
      operation.provider,
      id,
      verification
        ? painted(verification, verification === 'verified' ? 'green' : 'yellow', style)
        : painted('holds no status', 'gray', style),
    ]),
    style.columns,
    margin,
  );

/** What each event says of the person; or that a provider sends none, so that a read has to tell. */
export const reportStatuses = (accounts: readonly DemoAccount[], heard: readonly Told[], style: Style): string =>
  renderTable(
    accounts.flatMap(({ operation: { provider, reader }, current: { verification = '' } }) => {
      const own = heard.filter((told) => told.provider === provider);
      if (own.length === 0)
        return reader.check
          ? [[provider, 'tells nothing', '', painted(verification, 'green', style), 'by a read']]
          : [];
      return own.map(({ name = '', word = '', verification: status = '', trust }, index) => [
        index === 0 ? provider : '',
        name,
        word,
        painted(status, status === 'verified' ? 'green' : 'yellow', style),
        trust === 'verified' ? 'its signature is right' : trust,
      ]);
    }),
    style.columns,
    margin,
  );

/** How a change stands at each provider, and what is to be said of it there. */
export const reportKept = (links: readonly LinkStatus[], why: (provider: string) => string, style: Style): string =>
  renderTable(
    links.map(({ provider, state }) => [
      provider,
      painted(state, state === 'kept' ? 'green' : 'yellow', style),
      why(provider),
    ]),
    style.columns,
    margin,
  );

/** A person or a patch, one row for each thing. */
export const reportUser = (user: User | Patch, style: Style): string => {
  const rows = Object.entries(describeUser(user)).filter(([, text]) => text);
  return renderTable(rows, style.columns, margin);
};

/** The paths of a patch's fields, in its own order. */
const fieldsOf = (patch: Patch): readonly string[] =>
  Object.entries(patch).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? Object.keys(value).map((part) => `${name}.${part}`) : [name],
  );

const verdictOf = ({ fields }: Plan, name: string): FieldVerdict['verdict'] | undefined =>
  fields.find(({ field }) => field === name)?.verdict;

/**
 * Every verdict: a row for each field, a column for each provider.
 *
 * @param before Plans for the same providers, of which only what is otherwise now is shown.
 */
export const reportVerdicts = (
  plans: readonly Plan[],
  patch: Patch,
  style: Style,
  before: readonly Plan[] = [],
): string => {
  const all = [...fieldsOf(patch), ...plans.flatMap(({ fields }) => fields.map(({ field }) => field))];
  const isOther = (name: string): boolean =>
    plans.some((plan, index) => verdictOf(plan, name) !== (before[index] && verdictOf(before[index], name)));
  const names = new Set(before.length > 0 ? all.filter(isOther) : all);
  const cell = (plan: Plan, name: string): Cell => {
    const verdict = verdictOf(plan, name);
    return verdict ? painted(verdict, colours[verdict], style) : painted('·', 'gray', style);
  };
  return renderTable(
    [
      ['', ...plans.map(({ provider }) => painted(provider, 'bold', style))],
      ...[...names].map((name) => [name, ...plans.map((plan) => cell(plan, name))]),
      ['so the plan is', ...plans.map(({ state }) => painted(state, colours[state], style))],
    ],
    style.columns,
    margin,
  );
};

/** The same sentence about several fields is one. */
const reasonsOf = ({ fields }: Plan): readonly string[] => {
  const told = fields.filter(({ message }) => message);
  const reasons = told.map(({ field, message = '' }) => message.replace(`${field} `, ''));
  return [...new Set(reasons)].map((reason) => {
    const [first, ...others] = told.filter((_, index) => reasons[index] === reason);
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `${first?.field}${more}: ${reason}`;
  });
};

/** Why a field is not sent, and what else is to be known. */
export const reportReasons = (plans: readonly Plan[], style: Style): string =>
  renderTable(
    plans.flatMap((plan) =>
      [...reasonsOf(plan), ...plan.notes.map(({ message }) => message)].map((text, index) => [
        index === 0 ? plan.provider : '',
        text,
      ]),
    ),
    style.columns,
    margin,
  );

/** What each provider has now; an arrow shows what is new. */
export const reportChanges = (
  changes: readonly (readonly [provider: string, before: User, after: User])[],
  style: Style,
): string =>
  renderTable(
    changes.flatMap(([provider, before, after]) =>
      describeChange(before, after).flatMap(([name, was, is], index) => {
        const start = [index === 0 ? painted(provider, 'bold', style) : '', name];
        const old = painted(was, 'gray', style);
        if (was === is) return [[...start, old]];
        if (was.length + is.length < style.columns - 25) return [[...start, painted(`${was} → ${is}`, 'green', style)]];
        return [
          [...start, old],
          ['', '', painted(`→ ${is}`, 'green', style)],
        ];
      }),
    ),
    style.columns,
    margin,
  );
