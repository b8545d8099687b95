/** @jsxImportSource preact */
import { type Fact, Facts, Source, Words } from './facts.tsx';
import { isNode, type Node, nodesIn, textAt } from './node.ts';

const words = (value: unknown): string => {
  if (Array.isArray(value)) return value.length > 0 ? value.map(words).join(', ') : 'never';
  if (!isNode(value)) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key} ${words(each)}`)
    .join('; ');
};

const besides = ['x-source', 'x-conflict'];

/** What the vocabulary's keys say of a part of a contract, who says so, where they disagree, and what else is known. */
export const Said = ({ node, more = [] }: { node: Node; more?: readonly Fact[] }) => {
  const keys = Object.keys(node).filter((key) => key.startsWith('x-') && !besides.includes(key));
  const sources = nodesIn(node['x-source']).map((source, index) => (
    <Source key={index} from={textAt(source, 'from')} evidence={textAt(source, 'evidence')} />
  ));
  const conflicts = Object.entries(isNode(node['x-conflict']) ? node['x-conflict'] : {});
  return (
    <Facts
      of={[
        ...keys.map((key) => [key.slice(2).replaceAll('-', ' '), words(node[key])] as const),
        ['Who says so', ...sources],
        ...conflicts.map(
          ([name, sentence]) => [`Sources disagree: ${name}`, <Words key="" text={String(sentence)} />] as const,
        ),
        ...more,
      ]}
    />
  );
};
