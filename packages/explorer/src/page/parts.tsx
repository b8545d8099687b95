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

/** A line of text to fill in. */
export const Entry = ({ label, value, onChange }: { label: string; value: string; onChange: (to: string) => void }) => {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
};

/** A text as it is, to be copied. A long one moves in its place, and so has to be reached by keyboard. */
export const Code = ({ text, name, isLong }: { text: string; name: string; isLong?: boolean }) => {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCopied(false), [text]);
  const copy = (): Promise<void> | undefined =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <div class={isLong ? 'code is-long' : 'code'}>
      <pre tabIndex={isLong ? 0 : undefined}>
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
