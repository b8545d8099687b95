/** @jsxImportSource preact */
import { type Data, useFile } from './data.ts';
import { entriesAt, isNode, type Node, operationsAt, resolve, textAt } from './openapi.ts';
import { Detail } from './operation.tsx';
import { Empty, Table } from './parts.tsx';
import { Said, Words } from './said.tsx';
import type { State } from './state.ts';

const Contract = ({ document, name, chosen }: { document: Node; name: string; chosen: string | undefined }) => {
  const info = resolve(document, document.info);
  const operations = [...operationsAt(document, 'paths'), ...operationsAt(document, 'webhooks')];
  const operation = operations.find(({ id }) => id === chosen);
  const at = (id: string): string => `#/reference/${[name, id].filter(Boolean).map(encodeURIComponent).join('/')}`;
  return (
    <div class="contract">
      <nav aria-label={`Operations of ${name}`}>
        <a href={at('')} aria-current={operation ? undefined : 'page'}>
          The contract
        </a>
        {operations.map(({ id, method, node }) => (
          <a key={id} href={at(id)} aria-current={id === chosen ? 'page' : undefined}>
            <small>{method}</small> {textAt(node, 'summary')}
          </a>
        ))}
      </nav>
      {operation ? (
        <Detail key={operation.id} document={document} operation={operation} />
      ) : (
        <article>
          {chosen && <Empty>This contract has no operation of that name.</Empty>}
          <h2>{textAt(info, 'title')}</h2>
          <p>
            <Words text={textAt(info, 'description')} />
          </p>
          <Said node={info} />
          <Table
            name={`Servers of ${name}`}
            head={['Server', 'What it is']}
            rows={[document.servers]
              .flat()
              .filter(isNode)
              .map((server) => [<code key="url">{textAt(server, 'url')}</code>, textAt(server, 'description')])}
          />
          <Table
            name={`How ${name} knows who calls`}
            head={['Credential', 'In', 'What it is']}
            rows={entriesAt(document, resolve(document, document.components), 'securitySchemes').map(
              ([key, scheme]) => [
                key,
                <code key="in">{`${textAt(scheme, 'in')} ${textAt(scheme, 'name')}`}</code>,
                textAt(scheme, 'description'),
              ],
            )}
          />
        </article>
      )}
    </div>
  );
};

/** A contract as it is written: what is sent and answered, and who says so. */
export const Reference = ({ state }: { state: State }) => {
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
          <a
            key={each.name}
            href={`#/reference/${encodeURIComponent(each.name)}`}
            aria-current={each.name === name ? 'page' : undefined}
          >
            {each.title} <small>{each.name}</small>
          </a>
        ))}
      </nav>
      {asked && asked !== name && <Empty>There is no contract of that name.</Empty>}
      {typeof document === 'string' && <Empty>{document}</Empty>}
      {name && isNode(document) && isNode(document.paths) && (
        <Contract document={document} name={name} chosen={operation} />
      )}
    </>
  );
};
