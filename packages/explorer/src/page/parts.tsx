/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';

/** One thing of a list to choose. */
export const Choice = ({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChoose: (value: string) => void;
}) => {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};

/** A text as it is, to be copied. */
export const Code = ({ text, name }: { text: string; name: string }) => {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCopied(false), [text]);
  const copy = (): Promise<void> | undefined =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <div class="code">
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" aria-label={`Copy ${name}`} onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
};

/** Where nothing is yet: what to do. */
export const Empty = ({ children }: { children: ComponentChildren }) => <p class="empty">{children}</p>;

/** What is wrong, in sentences. */
export const Problems = ({ of }: { of: readonly string[] }) => (
  <div class="problems" role="status">
    {of.map((each) => (
      <p key={each} dir="auto">
        {each}
      </p>
    ))}
  </div>
);

/** A text that is an address leads there. */
export const Linked = ({ text }: { text: string }) => {
  if (!/^https?:\/\/\S+$/.test(text)) return <span>{text}</span>;
  return (
    <a href={text} rel="noreferrer noopener" target="_blank">
      {text.replace(/^https?:\/\//, '')}
    </a>
  );
};

/** Rows under names; where it is wider than its place, it moves in it. */
export const Table = ({
  name,
  head,
  rows,
  kind = '',
}: {
  name: string;
  head: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
  kind?: string;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves in its place has to be reached by keyboard.
  <section class={`scroll ${kind}`} aria-label={name} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {head.map((each) => (
            <th scope="col" key={each}>
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells], row) => (
          <tr key={row}>
            <th scope="row" dir="auto">
              {first}
            </th>
            {cells.map((cell, column) => (
              <td key={column} dir="auto" data-head={head[column + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
