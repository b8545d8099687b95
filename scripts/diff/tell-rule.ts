import type { Source } from '@amend/contract';
import type { RuleChange, SourceVerdict } from './rule-changes.ts';
import type { Said } from './rule-words.ts';

// What changed of a rule, in words.

/** `machnet individual, occupation`; nothing where no mapping sends it. */
export const tellPlaces = ({ places }: RuleChange): string =>
  places.map(({ subject, fields }) => [subject, ...fields].join(', ')).join('; ');

const tellSaid = ({ of, was = 'nothing', is = 'nothing' }: Said): string =>
  `${of}: ${was === is ? `${is}, as before` : `${was} -> ${is}`}`;

export const tellSources = (sources: readonly Source[]): string =>
  sources.map(({ evidence, from }) => `${from} (${evidence})`).join('; ') || 'none';

const reasons: Readonly<Record<SourceVerdict, string>> = {
  changed: '',
  explained: 'the same; {conflicts} tells why',
  new: 'it is new here',
  gone: 'it is gone from here',
  unchanged: 'the same, and nothing tells why',
};

/** Why the source is as it was, or that nothing tells; nothing where it differs. */
export const tellVerdict = ({ source, conflicts }: RuleChange): string =>
  reasons[source].replace('{conflicts}', () => conflicts.join(', '));

const tellProof = (rule: RuleChange): string => {
  const [was, is] = [tellSources(rule.sources.was), tellSources(rule.sources.is)];
  if (rule.source === 'changed') return `${was} -> ${is}`;
  return `${rule.source === 'gone' ? was : is}; ${tellVerdict(rule)}`;
};

/** What a rule was and is, for whom, and by which sources. */
export const tellRule = (rule: RuleChange): string[] => [
  ...[tellPlaces(rule)].filter(Boolean),
  ...rule.says.map(tellSaid),
  `source: ${tellProof(rule)}`,
];

/** The fault of a rule that changed by nobody's word. */
export const tellUnsourced = ({ name }: RuleChange): string =>
  `The rule of ${name} changed and its x-source did not; name the page that says so now, with its date, or tell in a new x-conflict beside the rule why the source stays.`;
