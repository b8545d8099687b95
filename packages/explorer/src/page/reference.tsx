/** @jsxImportSource preact */
import { useAsked } from './asked.ts';
import { Contract, type Served } from './contract.tsx';
import { type Data, useFile } from './data.ts';
import type { Mock } from './mock.ts';
import { isNode, type Node } from './openapi.ts';
import { Empty } from './parts.tsx';
import { referenceTo } from './route.ts';
import type { State } from './state.ts';

/** A contract as it is written: what is sent and answered, and who says so. */
export const Reference = ({ state, mock }: { state: State; mock: Mock }) => {
  const served = useAsked<Served>(mock, '/contracts', []);
  const data = useFile<Data>('data.json');
  const contracts = typeof data === 'object' ? data.contracts : [];
  const [asked, operation] = state.place;
  const name =
    contracts.find((each) => each.name === asked)?.name ??
    contracts.findLast(({ provider }) => provider === state.subject.provider)?.name;
  const document = useFile<Node>(name ? `contracts/${name}.json` : 'data.json');
  if (typeof data === 'string') return <Empty>{data}</Empty>;
  return (
    <>
      <nav class="tabs" aria-label="Contracts">
        {contracts.map((each) => (
          <a key={each.name} href={referenceTo(each.name)} aria-current={each.name === name ? 'page' : undefined}>
            {each.title} <small>{each.name}</small>
          </a>
        ))}
      </nav>
      {asked && asked !== name && <Empty>There is no contract of that name.</Empty>}
      {typeof document === 'string' && <Empty>{document}</Empty>}
      {name && isNode(document) && isNode(document.paths) && (
        <Contract
          document={document}
          name={name}
          chosen={operation}
          served={served.find(({ provider, version }) => name === `${provider}@${version}`)}
        />
      )}
    </>
  );
};
