import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camelCase } from '@amend/compiler/read';
import type { ContractModel, Way } from '@amend/contract';
import { capitalise, fill } from '../fill.ts';
import { answerRows, bodyRows, type Row, type Rows } from './rows.ts';
import { userOperations } from './user-operations.ts';

const template = readFileSync(join(import.meta.dirname, 'mapping.ts.txt'), 'utf8');

const members = (rows: Iterable<readonly [string, Row]>): string =>
  [...rows].map(([name, { code }]) => (name === code ? name : `${JSON.stringify(name)}: ${code}`)).join(', ');

/** The record in an answer, as an expression of `response`. */
const recordIn = (way: Way | undefined): string => {
  if (way === undefined) return '() => undefined';
  if (way.length === 0) return '(response) => response';
  const nest = (inner: string, step: string) =>
    step === '*' ? `readonly (${inner})[]` : `{ ${JSON.stringify(step)}?: ${inner} }`;
  const steps = way.map((step) => (step === '*' ? '?.[0]' : `?.[${JSON.stringify(step)}]`));
  return `(response) => (response as ${way.reduceRight(nest, 'unknown')} | null)${steps.join('')}`;
};

/** What a row is written with: a word by itself, or what is called in it. */
const helpersIn = (code: string): string[] =>
  /^[a-zA-Z]+$/.test(code) ? [code] : (code.match(/[a-zA-Z]+(?=\()/g) ?? []);

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();

/** The mapping of a provider, which Biome lays out and unquotes, and how each of its rows came about. */
export const draftMapping = (contract: ContractModel): { readonly text: string; readonly rows: Rows } => {
  const { provider, version, verification } = contract;
  const answer = answerRows(contract);
  const tables = userOperations(contract).map((operation) => ({
    ...operation,
    rows: bodyRows(contract, operation),
    type: capitalise(provider) + capitalise(operation.verb),
    validator: camelCase(`validate-${operation.schema}`),
    facts: camelCase(`${operation.schema}-facts`),
    rules: operation.update && camelCase(operation.schema),
    recordIn: recordIn(operation.way),
  }));
  const calls = (['read', 'check'] as const).flatMap((kind) =>
    contract.operations
      .filter((each) => each.kind === kind && each.pathParameters.length > 0)
      .slice(0, 1)
      .map(({ id }) => [kind, id] as const),
  );
  const isCommon = (name: string, { code }: Row) => tables.every(({ rows }) => rows.get(name)?.code === code);
  const common = [...answer].filter(([name, row]) => isCommon(name, row));
  const own = (rows: Rows) => members([...rows].filter(([name]) => !common.some(([each]) => each === name)));
  // What an update has of a property is told, where others have more.
  const last = tables.toSorted((one, other) => Number(one.update !== undefined) - Number(other.update !== undefined));
  const all = [answer, ...last.map(({ rows }) => rows)].flatMap((rows) => [...rows]);
  const text = fill(template, {
    name: provider,
    Name: capitalise(provider),
    version,
    rules: sorted([...tables.flatMap(({ rules = [] }) => rules), ...(verification ? ['verification'] : [])]),
    hasStatus: verification !== undefined,
    codecs: sorted(all.flatMap(([, { codec = [] }]) => codec)),
    helpers: sorted([
      ...all.flatMap(([, { code }]) => helpersIn(code)),
      'readRowsFor',
      'rowsFor',
      ...calls.map(() => 'byId'),
    ]),
    common: members(common),
    recordIn: tables.find(({ update }) => update)?.recordIn,
    calls,
    answer: own(answer),
    tables: tables.map((table) => ({ ...table, rows: own(table.rows) })),
  });
  return { text, rows: new Map(all) };
};
