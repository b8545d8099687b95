/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import { Words } from './facts.tsx';
import { textAt } from './node.ts';
import type { Body, Operation } from './openapi.ts';
import { About, Folded, Properties } from './properties.tsx';
import { Said } from './said.tsx';
import { Samples } from './samples.tsx';

/** The forms of a body; of an answer they are shown when somebody asks. */
const Forms = ({ of, name, isOpen }: { of: Body; name: string; isOpen: boolean }) => (
  <>
    {of.forms.map((form, index) => (
      <Folded key={form.name} {...form} name={form.name || name} isOpen={isOpen && index === 0} />
    ))}
  </>
);

/** One operation, or one webhook: all that goes over the wire. */
export const Detail = ({ operation, server }: { operation: Operation; server: string | undefined }) => {
  const { id, method, path, node, parameters, body, answers } = operation;
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen it stands below the list that it was chosen from.
    const { top = 0 } = article.current?.getBoundingClientRect() ?? {};
    if (top > innerHeight / 2) article.current?.scrollIntoView();
  }, []);
  return (
    <article class="operation" id={id} ref={article}>
      <div>
        <h2>{textAt(node, 'summary')}</h2>
        <p class="line">
          <code>
            <span class={`is-${method.toLowerCase()}`}>{method}</span> {path}
          </code>{' '}
          <small>{id}</small>
        </p>
        <About node={node} />
        <Said node={node} />
      </div>
      <Samples operation={operation} server={server} />
      <div>
        {parameters.length > 0 && <h3>Parameters</h3>}
        <Properties of={parameters} />
        {body && (
          <>
            <h3>What is sent</h3>
            <About node={body.node} />
            <Forms of={body} name={`Body of ${id}`} isOpen />
          </>
        )}
        {answers.map(([status, answer]) => (
          <section key={status} class="answer">
            <h3>
              {status}{' '}
              <span>
                <Words text={textAt(answer.node, 'description')} />
              </span>
            </h3>
            <Said node={answer.node} />
            <Forms of={answer} name={`${status} of ${id}`} isOpen={false} />
          </section>
        ))}
      </div>
    </article>
  );
};
