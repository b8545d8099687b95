import type { Json, JsonObject } from '@amend/compiler/read';
import { stringify } from 'yaml';
import type { Answered } from './decisions.ts';

const flow = (value: Json): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();

const line = (indent: string, key: string, value: Json, says = ''): string =>
  `${indent}${flow(key)}: ${flow(value)}${says ? ` # ${says.replace(/\s+/g, ' ')}` : ''}`;

const head = (
  name: string,
) => `# What only a person knows of ${name}. \`undecided\` is what is open; what stands behind a # are the provider's own words.
# Of a property: the statuses in which it may be sent ([unverified, verified], [unverified], []), identifier, credential, or
# { updatable: [unverified], source: { evidence: vendor, from: https://... } }. \`others\` answers, once, for all that are open.
# Then \`npm run import -- --provider ${name.split('@')[0]}\` again.`;

/** The text of a file of decisions. */
export const printDecisions = (name: string, settings: JsonObject, answered: readonly Answered[]): string => {
  const lines = answered.map(({ key: [group, member], value, says }, index) => {
    if (member === undefined) return line('', group, value, says);
    const begins = answered[index - 1]?.key[0] !== group ? `${group}:\n` : '';
    return begins + line('  ', member, value, says);
  });
  const set = Object.entries(settings).map(([key, value]) => line('', key, value));
  return `${[head(name), ...set, '', ...lines].join('\n')}\n`;
};
