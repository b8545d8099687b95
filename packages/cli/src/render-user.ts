import { redact, type User } from 'amend';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const cellOf = (value: unknown): string => {
  if (Array.isArray(value))
    return value.map((document) => (isRecord(document) ? String(document.type) : '')).join(', ');
  return String(isRecord(value) && 'masked' in value ? value.masked : value);
};

const rowsOf = (record: object, prefix = ''): string[][] =>
  Object.entries(record).flatMap(([name, value]) =>
    isRecord(value) && !Array.isArray(value) && !('masked' in value)
      ? rowsOf(value, `${prefix}${name}.`)
      : [[prefix + name, cellOf(value)]],
  );

/** A user's fields, one in a line, with private values masked. */
export const renderUser = ({ provider: _, ...user }: User, { columns }: Style): string =>
  renderTable(rowsOf(redact(user)), columns, '  ');
