/** @jsxImportSource preact */
import type { ShownContract } from '@amend/mock';
import { useMemo } from 'preact/hooks';
import { Contract } from './contract.tsx';
import { type Data, useFile } from './data.ts';
import { useAsked } from './mock.ts';
import { isNode, type Node } from './node.ts';
import { readContract } from './openapi.ts';
import { Empty } from './parts.tsx';
import { referenceTo } from './route.ts';
import type { Part } from './state.ts';

interface Asked extends Part {
  name: string;
  served: ShownContract | undefined;
}

const Loading = ({ name, ...given }: Asked) => {
  const { content, error } = useFile<Node>(`contracts/${name}.json`);
  const contract = useMemo(() => (isNode(content) ? readContract(content) : undefined), [content]);
  if (error) return <Empty>{error.message}</Empty>;
  return contract ? <Contract contract={contract} name={name} {...given} /> : null;
};

/** A contract as it is written: what is sent and answered, and who says so. */
export const Reference = (part: Part) => {
  const { state, mock } = part;
  const allServed = useAsked<ShownContract>(mock, '/contracts', []);
  const { content, error } = useFile<Data>('data.json');
  const contracts = content?.contracts ?? [];
  const [asked] = state.place;
  const { name } =
    contracts.find((each) => each.name === asked) ??
    contracts.findLast(({ provider }) => provider === state.subject.provider) ??
    {};
  const served = allServed.find(({ provider, version }) => name === `${provider}@${version}`);
  if (error) return <Empty>{error.message}</Empty>;
  return (
    <>
      <nav class="tabs" aria-label="Contracts">
        {contracts.map((each) => (
          <a key={each.name} href={referenceTo(each.name)} aria-current={each.name === name ? 'page' : undefined}>
            {each.title} <small>{each.name}</small>
          </a>
        ))}
      </nav>
      {name && asked && asked !== name && <Empty>There is no contract of that name.</Empty>}
      {name && <Loading key={name} name={name} served={served} {...part} />}
    </>
  );
};
