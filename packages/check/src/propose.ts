import { type JudgedStatus, type PropertyRule, ruleAt, type Status, statusesOf } from '@amend/contract';
import { placeOf } from './cells.ts';
import type { Checked, CheckOptions } from './check-options.ts';
import { sameJson } from './json.ts';
import { updatesOf } from './rounds.ts';
import type { CheckedCell } from './state.ts';

/** One step of an Overlay (OpenAPI Overlay 1.0): what is taken away, or what is added, at a place of the contract. */
interface Action {
  readonly target: string;
  readonly remove?: true;
  readonly update?: object;
}

/** A change of one contract for a person to decide. */
export interface Proposal {
  /** `machnet@v4`. */
  readonly contract: string;
  /** An Overlay, as plain data. */
  readonly overlay: object;
}

type Rule = Pick<PropertyRule, 'updatable' | 'items'>;

/** What the provider has shown of a rule: the statuses in which it took a change, as far as that was tried. */
const shownIn = (rule: Rule, cells: readonly CheckedCell[]): readonly Status[] => {
  const kind = cells[0]?.kind;
  const now = new Set(statusesOf(rule, kind));
  for (const { status, allowed } of cells) {
    const meant: readonly Status[] = status === 'unverified' || status === 'verified' ? [status] : bothOf(status);
    for (const each of meant) {
      if (allowed) now.delete(each);
      else now.add(each);
    }
  }
  return (['unverified', 'verified'] as const).filter((status) => now.has(status));
};

/** What of a status that is none of the two says something of both: a provider that holds none. */
const bothOf = (status: JudgedStatus): readonly Status[] => (status === 'unknown' ? ['unverified', 'verified'] : []);

const conflictOf = (cells: readonly CheckedCell[], date: string): object => {
  const [{ property, kind, member } = { property: '' }] = cells as readonly [CheckedCell?];
  const place = placeOf({ property, ...(member && { member }) });
  const what = kind === undefined ? place : `${place} (${kind})`;
  const told = cells.map(({ status, contract, provider }) => `${status}: it ${contract}, and the provider ${provider}`);
  const name = `CHECK-${date}-${[property, ...(member ?? []), ...(kind === undefined ? [] : [kind])].join('-')}`;
  return {
    [name]: `A check of ${date} tried ${what}, and this contract says something else (${told.join('; ')}); to be decided by a person.`,
  };
};

const actionsFor = (body: string, rule: Rule, cells: readonly CheckedCell[], date: string): readonly Action[] => {
  const [{ property, kind, member = [] } = { property: '' }] = cells as readonly [CheckedCell?];
  const at = [`$.components.schemas.${body}`, property, ...member].join('.properties.');
  const place = kind === undefined || !rule.items ? `${at}['x-updatable']` : `${at}['x-updatable-items'].kinds.${kind}`;
  const statuses = shownIn(rule, cells);
  const conflict = { 'x-conflict': conflictOf(cells, date) };
  if (statuses.join() === statusesOf(rule, kind).join()) return [{ target: at, update: conflict }];
  const changed =
    kind === undefined || !rule.items
      ? { 'x-updatable': statuses }
      : { 'x-updatable-items': { kinds: { [kind]: statuses } } };
  // An Overlay adds to a list, so the old one goes first.
  return [
    { target: place, remove: true },
    { target: at, update: { ...changed, ...conflict } },
  ];
};

/** The cells of each rule. */
const byRule = (cells: readonly CheckedCell[]): readonly (readonly CheckedCell[])[] => {
  const ruleOf = ({ kind = '', ...cell }: CheckedCell): string => `${placeOf(cell)}/${kind}`;
  return [...new Set(cells.map(ruleOf))].map((rule) => cells.filter((cell) => ruleOf(cell) === rule));
};

/**
 * Every rule that no longer holds, as a change of its contract with an `x-conflict`: one Overlay for each contract.
 *
 * @param date Of today: `2026-11-27`.
 */
export const propose = (
  { cells }: Pick<Checked, 'cells'>,
  { models, subjects }: Pick<CheckOptions, 'models' | 'subjects'>,
  date: string,
): readonly Proposal[] =>
  models.flatMap(({ name: contract, operations }) => {
    const actions = updatesOf(subjects).flatMap(({ type, name, operation }) => {
      const known = operations.find(({ id }) => id === operation.operationId);
      const body = known?.body?.schemas.find(({ rules }) => sameJson(rules, operation.rules));
      const own = cells.filter((cell) => cell.verdict === 'differs' && cell.type === type && cell.operation === name);
      return byRule(own).flatMap((group) => {
        const rule = body?.rules?.properties[group[0]?.property ?? ''];
        return body?.name !== undefined && rule && 'updatable' in rule
          ? actionsFor(body.name, ruleAt(rule, group[0]?.member ?? []), group, date)
          : [];
      });
    });
    const info = { title: `${contract}: what a check found on ${date}`, version: '1.0.0' };
    return actions.length > 0 ? [{ contract, overlay: { overlay: '1.0.0', info, actions } }] : [];
  });
