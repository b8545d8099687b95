/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { Button } from './parts.tsx';

/** What stands out in code: names before a colon, texts, words of the language, and notes. */
const outstanding =
  /("(?:[^"\\\n]|\\.)*"(?:\s*:)?|'(?:[^'\\\n]|\\.)*'|^[\w-]+:(?= )|^\s*\/\/.*|\B--[\w-]+|\b(?:GET|POST|PUT|PATCH|DELETE|import|from|const|await|if|throw|true|false|null)\b)/gm;

const kindOf = (part: string): string => {
  if (part.endsWith(':')) return 'is-key';
  if (/^["']/.test(part)) return 'is-text';
  return part.includes('//') ? 'is-note' : 'is-word';
};

const coloured = (text: string) =>
  text.split(outstanding).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} class={kindOf(part)}>
        {part}
      </span>
    ) : (
      part
    ),
  );

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
        <code>{coloured(text)}</code>
      </pre>
      <Button aria-label={`Copy ${name}`} onClick={copy} text={isCopied ? 'Copied' : 'Copy'} />
    </div>
  );
};
