/** @jsxImportSource preact */
import {
  contentOf,
  entriesAt,
  isNode,
  type Node,
  nameOf,
  type Operation,
  propertiesOf,
  resolve,
  saidBy,
  textAt,
  typeOf,
} from './openapi.ts';
import { Code, Table } from './parts.tsx';
import { Said, Words } from './said.tsx';

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
                  <Words text={textAt(each, 'description')} />
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

/** One operation, or one webhook: all that goes over the wire. */
export const Detail = ({ document, operation }: { document: Node; operation: Operation }) => {
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
      <p>
        <Words text={textAt(node, 'description')} />
      </p>
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
          <p>
            <Words text={textAt(body, 'description')} />
          </p>
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
