/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { Code } from './code.tsx';
import type { Body, Operation } from './openapi.ts';
import { Choice, Tabs } from './parts.tsx';
import { curlOf } from './sample.ts';

/** One of a body's examples: which, and how to choose another. */
const useExample = ({ examples }: Pick<Body, 'examples'>, label: string) => {
  const [chosen, choose] = useState('');
  const example = examples.find(({ name }) => name === chosen) ?? examples[0];
  const options = examples.map(({ name, about }) => [name, about] as const);
  const choice = example && examples.length > 1 && (
    <Choice label={label} value={example.name} options={options} onChange={choose} />
  );
  return { example, choice };
};

const Answer = ({ body, name }: { body: Body; name: string }) => {
  const { example, choice } = useExample(body, 'Example of the answer');
  if (!example) return <p class="hint">The contract has no example of this answer.</p>;
  return (
    <>
      {choice}
      <Code text={example.text} name={`${name}, ${example.about}`} isLong />
    </>
  );
};

/** A call and its answers, by the contract's own examples. What stands beside the words when there is room. */
export const Samples = ({ operation, server }: { operation: Operation; server: string | undefined }) => {
  const { id, body = { examples: [] } } = operation;
  const { example, choice } = useExample(body, 'Example');
  const answers = operation.answers.filter(([, { media }]) => media);
  const [chosen, choose] = useState('');
  const [status, answer] = answers.find(([name]) => name === chosen) ?? answers[0] ?? [];
  const names = Object.fromEntries(answers.map(([name]) => [name, name]));
  const call = server === undefined ? example?.text : curlOf(operation, server, example?.text);
  return (
    <aside class="samples" aria-label={`Examples of ${id}`}>
      {choice}
      {call && <Code text={call} name={`the call of ${id}`} isLong />}
      {answers.length > 0 && <Tabs legend="It answers" of={names} chosen={status} onChange={choose} />}
      {answer && <Answer key={status} body={answer} name={`${status} of ${id}`} />}
    </aside>
  );
};
