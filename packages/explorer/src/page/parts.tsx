/** @jsxImportSource preact */
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Press = ButtonHTMLAttributes & { text: string };

/** A button that does something here. */
export const Button = ({ text, ...given }: Press) => (
  <button type="button" {...given}>
    {text}
  </button>
);

interface Several {
  legend: ComponentChildren;
  /** By their keys. */
  of: Readonly<Record<string, string>>;
  chosen: string | undefined;
  onChange: (key: string) => void;
  children?: ComponentChildren;
}

/** Several things in one place, of which one is shown. */
export const Tabs = ({ legend, of, chosen, onChange, children }: Several) => (
  <fieldset class="tabs">
    <legend>{legend}</legend>
    {Object.entries(of).map(([key, text]) => (
      <Button key={key} aria-pressed={key === chosen} onClick={() => onChange(key)} text={text} />
    ))}
    {children}
  </fieldset>
);

interface Asked {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A thing to choose: its value, and what it is called if that is another. */
type Option = readonly [value: string, text?: string];

/** One thing of a list to choose. */
export const Choice = ({ label, value, options, onChange }: Asked & { options: readonly Option[] }) => {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([each, text = each]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};

/** What every line of text to fill in has. */
export const written = { autocomplete: 'off', spellcheck: false, dir: 'auto' } as const;

/** A line of text to fill in. */
export const Entry = ({ label, value, onChange }: Asked) => {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <input id={id} value={value} {...written} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
    </div>
  );
};

/** Where nothing is yet: what to do. */
export const Empty = ({ children }: { children: ComponentChildren }) => <p class="empty">{children}</p>;

/** What is wrong, in sentences. */
export const Problems = ({ of }: { of: readonly (string | undefined)[] }) => (
  <div class="problems" role="status">
    {of.filter(Boolean).map((each) => (
      <p key={each} dir="auto">
        {each}
      </p>
    ))}
  </div>
);
