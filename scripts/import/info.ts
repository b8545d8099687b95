import type { JsonObject } from '@amend/compiler/read';
import { firstLine } from './draft-operation.ts';
import { mapAt, textAt } from './json.ts';
import type { Source } from './source.ts';

const licenseOf = (source: Source): JsonObject => {
  const { name, url, identifier } = mapAt(source.root, 'info', 'license');
  if (typeof url === 'string' && /^https?:/.test(url)) return { name: name ?? url, url };
  return { name: typeof name === 'string' ? name : 'Not stated', identifier: identifier ?? 'NOASSERTION' };
};

/** What a contract says of itself. */
export const infoOf = (source: Source, provider: string): JsonObject => {
  const info = mapAt(source.root, 'info');
  const title = textAt(info, 'title')?.trim() || provider;
  return {
    title: `${title}, users`,
    version: String(info.version ?? '1'),
    summary: `The users of ${provider}.`,
    description: firstLine(textAt(info, 'description')) ?? `Made from the provider's own document, ${title}.`,
    license: licenseOf(source),
  };
};
