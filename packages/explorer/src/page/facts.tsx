/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';

/** A contract's own words, in which names stand between backticks. */
export const Words = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
);

const evidences = new Map([
  ['seed', 'the brief of this project'],
  ['vendor', "the provider's page"],
  ['third-party', 'somebody who uses it'],
  ['assumed', 'our assumption'],
]);

/** Who says something; an address leads there. */
export const Source = ({ from, evidence }: { from: string; evidence: string }) => {
  const shown = /^https?:\/\/(\S+)$/.exec(from)?.[1];
  const link = shown && (
    <a href={from} rel="noreferrer noopener" target="_blank">
      {shown}
    </a>
  );
  return (
    <>
      {link ?? from} <small>{evidences.get(evidence) ?? evidence}</small>
    </>
  );
};

/** A name, and what is told under it. */
export type Fact = readonly [name: string, ...told: ComponentChildren[]];

/** What is known; of what nothing is told there is no line. */
export const Facts = ({ of }: { of: readonly Fact[] }) => (
  <dl class="facts">
    {of.map(([name, ...told]) => {
      const lines = told.filter(Boolean).map((line, index) => <dd key={index}>{line}</dd>);
      if (lines.length === 0) return null;
      return (
        <div key={name}>
          <dt>{name}</dt>
          {lines}
        </div>
      );
    })}
  </dl>
);
