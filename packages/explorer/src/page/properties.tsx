/** @jsxImportSource preact */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Words } from './facts.tsx';
import { namedIn } from './find.ts';
import { type Node, textAt } from './node.ts';
import type { Property } from './openapi.ts';
import { Said } from './said.tsx';

/** What is looked for: of several properties those are shown that have it in their name, if there are some. */
export const Sought = createContext('');

export const About = ({ node }: { node: Node }) => (
  <p>
    <Words text={textAt(node, 'description')} />
  </p>
);

/** Properties, each with what is said of it; those within one fold in their place. */
export const Properties = ({ of }: { of: readonly Property[] }) => {
  const found = namedIn(of, useContext(Sought));
  return (
    <ul class="properties">
      {(found.length > 0 ? found : of).map(({ name, node, limits, inner }) => (
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
};

interface Given {
  name: string;
  properties: readonly Property[];
  node?: Node;
  isOpen?: boolean;
}

/** Properties under a name, which opens where something is found among them. */
export const Folded = ({ name, properties, node = {}, isOpen }: Given) => {
  const sought = useContext(Sought);
  return (
    <details open={sought === '' ? isOpen : namedIn(properties, sought).length > 0}>
      <summary>
        {name} <small>{properties.length === 1 ? '1 property' : `${properties.length} properties`}</small>
      </summary>
      <Said node={node} />
      <Properties of={properties} />
    </details>
  );
};
