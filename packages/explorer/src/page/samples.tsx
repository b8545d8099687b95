/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { contentOf, entriesAt, isNode, type Node, type Operation, resolve } from './openapi.ts';
import { Choice, Code } from './parts.tsx';
import { curlOf } from './sample.ts';

type Example = ReturnType<typeof contentOf>['examples'][number];

/** One of a body's examples: which, and how to choose another. */
const useExample = (examples: readonly Example[], label: string) => {
  const [chosen, choose] = useState('');
  const example = examples.find(({ name }) => name === chosen) ?? examples[0];
  const options = examples.map(({ name, about }) => [name, about || name] as const);
  const choice = examples.length > 1 && (
    <Choice label={label} value={example?.name ?? ''} options={options} onChoose={choose} />
  );
  return { example, choice };
};

const Answer = ({ document, answer, name }: { document: Node; answer: Node; name: string }) => {
  const { example, choice } = useExample(contentOf(document, answer).examples, 'Example of the answer');
  if (!example) return <p class="hint">The contract has no example of this answer.</p>;
  return (
    <>
      {choice}
      <Code text={example.text} name={`${name}, ${example.about || example.name}`} isLong />
    </>
  );
};

/** A call and its answers, by the contract's own examples. What stands beside the words when there is room. */
export const Samples = ({
  document,
  operation,
  server,
}: {
  document: Node;
  operation: Operation;
  server: string | undefined;
}) => {
  const { id, node } = operation;
  const { examples } = contentOf(document, resolve(document, node.requestBody));
  const { example, choice } = useExample(examples, 'Example');
  const answers = entriesAt(document, node, 'responses').filter(([, answer]) => isNode(answer.content));
  const [chosen, choose] = useState('');
  const [status, answer] = answers.find(([name]) => name === chosen) ?? answers[0] ?? [];
  const call = server === undefined ? example?.text : curlOf(document, operation, server, example?.text);
  return (
    <aside class="samples" aria-label={`Examples of ${id}`}>
      {choice}
      {call && <Code text={call} name={`the call of ${id}`} isLong />}
      {answers.length > 0 && (
        <fieldset class="tabs">
          <legend>It answers</legend>
          {answers.map(([name]) => (
            <button key={name} type="button" aria-pressed={name === status} onClick={() => choose(name)}>
              {name}
            </button>
          ))}
        </fieldset>
      )}
      {answer && <Answer key={status} document={document} answer={answer} name={`${status} of ${id}`} />}
    </aside>
  );
};
