/** @jsxImportSource preact */
import { type Data, useFile } from './data.ts';
import {
  contentOf,
  entriesAt,
  isNode,
  type Node,
  nameOf,
  type Operation,
  operationsAt,
  propertiesOf,
  resolve,
  saidBy,
  textAt,
  typeOf,
} from './openapi.ts';
import { Code, Empty, Linked, Table } from './parts.tsx';
import type { State } from './state.ts';

const Said = ({ node }: { node: Node }) => {
  const sources = [node['x-source']].flat().filter(isNode);
  const conflicts = isNode(node['x-conflict']) ? Object.entries(node['x-conflict']) : [];
  return (
    <dl class="said">
      {saidBy(node).map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {sources.length > 0 && (
        <div>
          <dt>Who says so</dt>
          {sources.map((source) => (
            <dd key={textAt(source, 'from')}>
              <Linked text={textAt(source, 'from')} /> <small>{textAt(source, 'evidence')}</small>
            </dd>
          ))}
        </div>
      )}
      {conflicts.map(([name, sentence]) => (
        <div key={name}>
          <dt>Sources disagree: {name}</dt>
          <dd>{String(sentence)}</dd>
        </div>
      ))}
    </dl>
  );
};

const Body = ({ document, body, name }: { document: Node; body: Node; name: string }) => {
  const { schemas, examples } = contentOf(document, body);
  return (
    <>
      {schemas.map((schema) => {
        const rows = propertiesOf(document, schema);
        const its = nameOf(schema) || name;
        return (
          <details key={its} open={schemas.length === 1 && rows.length < 30}>
            <summary>
              {its} <small>{rows.length} properties</small>
            </summary>
            <Said node={resolve(document, schema)} />
            <Table
              name={`${name}, ${its}`}
              head={['Property', 'Value', 'What is said of it']}
              rows={rows.map(({ path, schema: each, required }) => [
                <code key={path}>{path}</code>,
                <small key="type">{[required && 'required', typeOf(document, each)].filter(Boolean).join('; ')}</small>,
                <>
                  {textAt(each, 'description')}
                  {saidBy(each).map(([key, value]) => (
                    <small key={key} class="tag">
                      {key}: {value}
                    </small>
                  ))}
                </>,
              ])}
            />
          </details>
        );
      })}
      {examples.map((example) => (
        <details key={example.name}>
          <summary>Example: {example.about || example.name}</summary>
          <Code text={example.text} name={`${name}, example ${example.name}`} />
        </details>
      ))}
    </>
  );
};

const Detail = ({ document, operation }: { document: Node; operation: Operation }) => {
  const { id, method, path, node, parameters } = operation;
  const body = resolve(document, node.requestBody);
  return (
    <article class="operation" id={id}>
      <h2>{textAt(node, 'summary')}</h2>
      <p class="line">
        <code>
          {method} {path}
        </code>{' '}
        <small>{id}</small>
      </p>
      <p>{textAt(node, 'description')}</p>
      <Said node={node} />
      {parameters.length > 0 && (
        <Table
          name={`Parameters of ${id}`}
          head={['Parameter', 'In', 'Value', 'What it is']}
          rows={parameters.map((each) => [
            <code key="name">{textAt(each, 'name')}</code>,
            textAt(each, 'in'),
            <small key="type">{typeOf(document, resolve(document, each.schema))}</small>,
            textAt(each, 'description'),
          ])}
        />
      )}
      {isNode(node.requestBody) && (
        <>
          <h3>What is sent</h3>
          <p>{textAt(body, 'description')}</p>
          <Body document={document} body={body} name={`Body of ${id}`} />
        </>
      )}
      {entriesAt(document, node, 'responses').map(([status, answer]) => (
        <section key={status} class="answer">
          <h3>
            {status} <span>{textAt(answer, 'description')}</span>
          </h3>
          <Said node={answer} />
          <Body document={document} body={answer} name={`${status} of ${id}`} />
        </section>
      ))}
    </article>
  );
};

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
          <p>{textAt(info, 'description')}</p>
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
