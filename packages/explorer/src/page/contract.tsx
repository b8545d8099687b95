/** @jsxImportSource preact */
import type { ShownContract } from '@amend/mock';
import { type Fact, Words } from './facts.tsx';
import { Filter } from './filter.tsx';
import { operationsNamed } from './find.ts';
import { type Node, textAt } from './node.ts';
import type { Operation, readContract } from './openapi.ts';
import { Detail } from './operation.tsx';
import { Empty } from './parts.tsx';
import { Sought } from './properties.tsx';
import { referenceTo } from './route.ts';
import { Said } from './said.tsx';
import type { Part } from './state.ts';

interface Given extends Pick<Part, 'state' | 'set'> {
  contract: ReturnType<typeof readContract>;
  name: string;
  /** Where the mock has it. */
  served: ShownContract | undefined;
}

/** Where a credential stands, or what it is: `header X-Key`, `http bearer`. */
const placeOf = (scheme: Node): string =>
  (scheme.in ? ['in', 'name'] : ['type', 'scheme']).map((key) => textAt(scheme, key)).join(' ');

/** Where a contract is called, how it knows who calls, and where other tools find it. */
const factsOf = ({ servers, schemes }: Given['contract'], served: ShownContract | undefined): readonly Fact[] => {
  const line = (name: string, node: Node) => (
    <>
      <code>{name}</code> <Words text={textAt(node, 'description')} />
    </>
  );
  const tools = served && (
    <>
      the mock serves it <a href={served.yaml}>as YAML</a> and <a href={served.json}>as JSON</a>
    </>
  );
  return [
    ['Servers', ...servers.map((server) => line(textAt(server, 'url'), server))],
    ['Who calls', ...schemes.map(([, scheme]) => line(placeOf(scheme), scheme))],
    ['For other tools', tools],
  ];
};

/** What a contract says of itself, and its operations. */
export const Contract = ({ contract, name, served, state, set }: Given) => {
  const { filter, place } = state;
  const [, chosen] = place;
  const { info, servers, operations, webhooks } = contract;
  const called = operations.find(({ id }) => id === chosen);
  const operation = called ?? webhooks.find(({ id }) => id === chosen);
  const server = called && (served?.url ?? textAt(servers[0] ?? {}, 'url'));
  const found = operationsNamed([...operations, ...webhooks], filter);
  const list = (of: readonly Operation[]) =>
    found
      .filter((each) => of.includes(each))
      .map(({ id, method, node }) => (
        <a key={id} href={referenceTo(name, id)} aria-current={id === chosen ? 'page' : undefined}>
          <small class={`is-${method.toLowerCase()}`}>{method}</small> <span>{textAt(node, 'summary')}</span>
        </a>
      ));
  return (
    <div class="contract">
      <nav aria-label={`Operations of ${name}`}>
        <Filter state={state} set={set} />
        <a href={referenceTo(name)} aria-current={operation ? undefined : 'page'}>
          <span>The contract</span>
        </a>
        {list(operations)}
        {list(webhooks).length > 0 && <h2>What it sends by itself</h2>}
        {list(webhooks)}
        {found.length === 0 && <p class="hint">No operation here has such a name, or something within it.</p>}
      </nav>
      {operation ? (
        <Sought.Provider value={filter}>
          <Detail key={operation.id} operation={operation} server={server} />
        </Sought.Provider>
      ) : (
        <article>
          {chosen && <Empty>This contract has no operation of that name.</Empty>}
          <h2>{textAt(info, 'title')}</h2>
          <p>
            <Words text={textAt(info, 'description')} />
          </p>
          <Said node={info} more={factsOf(contract, served)} />
        </article>
      )}
    </div>
  );
};
