import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readOptions } from './options.ts';
import { type Imported, importContract } from './run.ts';

/** The document of a provider that does not exist. */
export const acme = readFileSync(join(import.meta.dirname, 'test-data/acme.yaml'), 'utf8');

/** The document with changes, each of which has to change it. */
export const acmeWith = (...changes: readonly (readonly [wanted: string | RegExp, by: string])[]): string =>
  changes.reduce((text, [wanted, by]) => {
    const found = text.replace(wanted, by);
    if (found === text) throw new Error(`The document has no ${wanted}`);
    return found;
  }, acme);

/** The document with so many schemas, each of which leads to all of them. */
export const withRound = (count: number): string => {
  const names = Array.from({ length: count }, (_, index) => `S${index}`);
  const all = names.map((name) => `${name}: { $ref: '#/components/schemas/${name}' }`).join(', ');
  const schemas = names.map((name) => `    ${name}: { type: object, properties: { ${all} } }\n`).join('');
  return acmeWith(
    ['    Name: {', `${schemas}    Name: {`],
    ['metadata: {', "round: { $ref: '#/components/schemas/S0' }\n        metadata: {"],
  );
};

/** Does something with files in a folder of their own, which is gone afterwards. */
export const withFiles = async <Result>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-import-test-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Imports a text, as the command does after these flags; `decided` is what the file of decisions held before. */
export const importText = (text: string, flags: readonly string[] = [], decided?: string): Promise<Imported> =>
  withFiles({ 'acme.yaml': text, ...(decided !== undefined && { 'v1.decisions.yaml': decided }) }, async (folder) => {
    const given = [join(folder, 'acme.yaml'), '--provider', 'acme', '--operation', 'customers.update', ...flags];
    return importContract({ ...readOptions(given), provider: 'acme' }, join(folder, 'v1.decisions.yaml'));
  });

/** The contract that is made of a text. */
export const contractOf = async (text: string, decided?: string) =>
  parse((await importText(text, [], decided)).contract);

/** The users whom a contract shows where one is read. */
export const answersOf = ({ paths }: Awaited<ReturnType<typeof contractOf>>): unknown[] =>
  Object.values(paths['/customers/{customer_code}'].get.responses['200'].content['application/json'].examples).map(
    (example) => (example as { value: { data: unknown } }).value.data,
  );

/** A file of decisions in which a person has decided everything. */
export const decideAll = (decisions: string): string =>
  decisions
    .replace(/^update: undecided/m, 'update: partial')
    .replace(/^objects: undecided/m, 'objects: partial')
    .replace(/^documented: undecided/m, 'documented: true')
    .replace(/^( {2}updateCustomer): undecided/m, '$1: idempotent')
    .replace(/^status: undecided/m, 'status: status')
    .replace(/^( {2}pending): undecided/m, '$1: unverified')
    .replace(/^( {2}active): undecided/m, '$1: verified')
    .replace(/^( {2}closed): undecided/m, '$1: unknown')
    .replace(/^( {2}first_name): undecided/m, '$1: [unverified]')
    .replace(/^properties:/m, 'others: [unverified, verified]\nproperties:');
