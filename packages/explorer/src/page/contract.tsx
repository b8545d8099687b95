/** @jsxImportSource preact */
import { entriesAt, isNode, type Node, type Operation, operationsAt, resolve, textAt } from './openapi.ts';
import { Detail } from './operation.tsx';
import { Empty } from './parts.tsx';
import { referenceTo } from './route.ts';
import { Said, Words } from './said.tsx';
import { Table } from './table.tsx';

/** A contract as the mock serves it: where it is called there, and where it is read. */
export interface Served {
  readonly provider: string;
  readonly version: string;
  readonly url: string;
  readonly json: string;
  readonly yaml: string;
}

interface Given {
  document: Node;
  name: string;
  chosen: string | undefined;
  /** Where the mock has it. */
  served: Served | undefined;
}

/** What a contract says of itself, and its operations. */
export const Contract = ({ document, name, chosen, served }: Given) => {
  const info = resolve(document, document.info);
  const [operations, webhooks] = [operationsAt(document, 'paths'), operationsAt(document, 'webhooks')];
  const operation = [...operations, ...webhooks].find(({ id }) => id === chosen);
  const [first] = [document.servers].flat().filter(isNode);
  const server = served?.url ?? textAt(first ?? {}, 'url');
  const list = (of: readonly Operation[]) =>
    of.map(({ id, method, node }) => (
      <a key={id} href={referenceTo(name, id)} aria-current={id === chosen ? 'page' : undefined}>
        <small>{method}</small> <span>{textAt(node, 'summary')}</span>
      </a>
    ));
  return (
    <div class="contract">
      <nav aria-label={`Operations of ${name}`}>
        <a href={referenceTo(name)} aria-current={operation ? undefined : 'page'}>
          <span>The contract</span>
        </a>
        {list(operations)}
        {webhooks.length > 0 && <h2>What it sends by itself</h2>}
        {list(webhooks)}
      </nav>
      {operation ? (
        <Detail
          key={operation.id}
          document={document}
          operation={operation}
          server={webhooks.includes(operation) ? undefined : server}
        />
      ) : (
        <article>
          {chosen && <Empty>This contract has no operation of that name.</Empty>}
          <h2>{textAt(info, 'title')}</h2>
          <p>
            <Words text={textAt(info, 'description')} />
          </p>
          <Said node={info} />
          {served && (
            <p>
              The mock serves it for any other tool: <a href={served.yaml}>as YAML</a>,{' '}
              <a href={served.json}>as JSON</a>.
            </p>
          )}
          <Table
            name={`Servers of ${name}`}
            head={['Server', 'What it is']}
            rows={[document.servers]
              .flat()
              .filter(isNode)
              .map((each) => [
                <code key="url">{textAt(each, 'url')}</code>,
                <Words key="about" text={textAt(each, 'description')} />,
              ])}
          />
          <Table
            name={`How ${name} knows who calls`}
            head={['Credential', 'In', 'What it is']}
            rows={entriesAt(document, resolve(document, document.components), 'securitySchemes').map(
              ([key, scheme]) => [
                key,
                <code key="in">{`${textAt(scheme, 'in')} ${textAt(scheme, 'name')}`}</code>,
                <Words key="about" text={textAt(scheme, 'description')} />,
              ],
            )}
          />
        </article>
      )}
    </div>
  );
};
