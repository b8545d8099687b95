/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import { Words } from './facts.tsx';
import { type Node, textAt } from './node.ts';
import type { Body, Operation, Property } from './openapi.ts';
import { Said } from './said.tsx';
import { Samples } from './samples.tsx';

const About = ({ node }: { node: Node }) => (
  <p>
    <Words text={textAt(node, 'description')} />
  </p>
);

/** Properties, each with what is said of it; those within one fold in their place. */
const Properties = ({ of }: { of: readonly Property[] }) => (
  <ul class="properties">
    {of.map(({ name, node, limits, inner }) => (
      <li key={name}>
        <div>
          <code>{name}</code> <small>{limits.filter(Boolean).join('; ')}</small>
        </div>
        <div>
          <About node={node} />
          <Said node={node} />
          {inner.length > 0 && <Folded name={`Within ${name}`} properties={inner} />}
        </div>
      </li>
    ))}
  </ul>
);

const Folded = ({
  name,
  properties,
  node = {},
  isOpen,
}: {
  name: string;
  properties: readonly Property[];
  node?: Node;
  isOpen?: boolean;
}) => (
  <details open={isOpen}>
    <summary>
      {name} <small>{properties.length === 1 ? '1 property' : `${properties.length} properties`}</small>
    </summary>
    <Said node={node} />
    <Properties of={properties} />
  </details>
);

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
