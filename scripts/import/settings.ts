import type { JsonObject } from '@amend/compiler/read';
import { listAt, mapAt, textAt } from './json.ts';
import type { Options } from './options.ts';

/** What an import is made with: flags, and what the file of decisions kept of those before. */
export const settingsOf = (options: Options, file: string, before: JsonObject | undefined): JsonObject => {
  const named = {
    update: options.operation,
    create: options.create,
    read: options.read,
    list: options['list-with'],
    delete: options.delete,
  };
  const operations = {
    ...mapAt(before, 'operations'),
    ...Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined)),
  };
  const page = options.page ?? textAt(before, 'page') ?? (/^https:/.test(file) ? file : undefined);
  const drops = [...new Set([...listAt(before, 'drop'), ...options.drop])];
  const drop = drops.length > 0 ? drops : undefined;
  const { id = before?.id, server = before?.server, security = before?.security, key = before?.key } = options;
  const all = { from: file, page, operations, id, server, security, key, drop };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as JsonObject;
};

/** Those of them that say whom a call means, and how it is made. */
export const settingsFor = (settings: JsonObject) => ({
  id: textAt(settings, 'id'),
  server: textAt(settings, 'server'),
  security: textAt(settings, 'security'),
  key: textAt(settings, 'key'),
});
