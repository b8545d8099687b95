import { contracts, readModel } from '@amend/compiler/read';
import { fieldsFor } from 'amend';
import { loadSubjects, makeMatrix } from 'amend/matrix';

/** What the search finds: a name, what it is, other names of it, and where it stands. */
export interface Found {
  readonly name: string;
  readonly what: string;
  readonly also?: string;
  readonly to: string;
}

const inExplorer = (...parts: readonly string[]): string => `../index.html#/${parts.map(encodeURIComponent).join('/')}`;

/** Every field, by the names that we and the providers have for it. */
export const findFields = async (): Promise<readonly Found[]> => {
  const subjects = await loadSubjects();
  const names = new Map<string, Set<string>>();
  for (const { operation } of subjects)
    for (const { field, property } of fieldsFor(operation, 'unknown'))
      names.set(field, (names.get(field) ?? new Set()).add(property));
  return makeMatrix(subjects).rows.map(({ field, label }) => ({
    name: field,
    what: `field: ${label}`,
    also: [...(names.get(field) ?? [])].filter((name) => name !== field).join(' '),
    to: inExplorer('plan', '', '', 'verified', field),
  }));
};

/** Every operation of every contract. */
export const findOperations = (): readonly Found[] =>
  contracts.flatMap(({ name, provider, version }) =>
    readModel(name).operations.map(({ id, method, path }) => ({
      name: id,
      what: `operation: ${provider} ${version}`,
      also: `${method} ${path}`,
      to: inExplorer('reference', name, id),
    })),
  );
