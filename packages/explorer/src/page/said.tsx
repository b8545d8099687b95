/** @jsxImportSource preact */
import { isNode, type Node, saidBy, textAt } from './openapi.ts';
import { Linked } from './parts.tsx';

/** A contract's own words, in which names stand between backticks. */
export const Words = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
);

/** What the vocabulary's keys say of a part of a contract, who says so, and where they disagree. */
export const Said = ({ node }: { node: Node }) => {
  const sources = [node['x-source']].flat().filter(isNode);
  const conflicts = isNode(node['x-conflict']) ? Object.entries(node['x-conflict']) : [];
  return (
    <dl class="said">
      {saidBy(node).map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {sources.length > 0 && (
        <div>
          <dt>Who says so</dt>
          {sources.map((source) => (
            <dd key={textAt(source, 'from')}>
              <Linked text={textAt(source, 'from')} /> <small>{textAt(source, 'evidence')}</small>
            </dd>
          ))}
        </div>
      )}
      {conflicts.map(([name, sentence]) => (
        <div key={name}>
          <dt>Sources disagree: {name}</dt>
          <dd>
            <Words text={String(sentence)} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
