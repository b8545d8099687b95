/** @jsxImportSource preact */
import {
  contentOf,
  entriesAt,
  isNode,
  type Node,
  nameOf,
  propertiesOf,
  resolve,
  saidBy,
  textAt,
  typeOf,
} from './openapi.ts';
import { Said, Words } from './said.tsx';
import { Samples } from './samples.tsx';
import { Table } from './table.tsx';

/** The forms of a body, one beside the other where it has several; of an answer they are shown when somebody asks. */
const Body = ({ document, body, name, isOpen }: { document: Node; body: Node; name: string; isOpen: boolean }) => (
  <>
    {contentOf(document, body).schemas.map((schema, index) => {
      const rows = propertiesOf(document, schema);
      const its = nameOf(schema) || name;
      return (
        <details key={its} open={isOpen && index === 0}>
          <summary>
            {its} <small>{rows.length === 1 ? '1 property' : `${rows.length} properties`}</small>
          </summary>
          <Said node={resolve(document, schema)} />
          <Table
            name={`${name}, ${its}`}
            kind="properties"
            head={['Property', 'What is said of it']}
            rows={rows.map(({ path, schema: each, required }) => [
              <>
                <code>{path}</code>
                <small class="tag">{[required && 'required', typeOf(document, each)].filter(Boolean).join('; ')}</small>
              </>,
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
  </>
);

/** One operation, or one webhook: all that goes over the wire. */
export const Detail = ({ document, operation, server }: Parameters<typeof Samples>[0]) => {
  const { id, method, path, node, parameters } = operation;
  const body = resolve(document, node.requestBody);
  return (
    <article class="operation" id={id}>
      <div>
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
      </div>
      <Samples document={document} operation={operation} server={server} />
      <div>
        {parameters.length > 0 && (
          <Table
            name={`Parameters of ${id}`}
            head={['Parameter', 'In', 'Value', 'What it is']}
            rows={parameters.map((each) => [
              <code key="name">{textAt(each, 'name')}</code>,
              textAt(each, 'in'),
              <small key="type">{typeOf(document, resolve(document, each.schema))}</small>,
              <Words key="about" text={textAt(each, 'description')} />,
            ])}
          />
        )}
        {isNode(node.requestBody) && (
          <>
            <h3>What is sent</h3>
            <p>
              <Words text={textAt(body, 'description')} />
            </p>
            <Body document={document} body={body} name={`Body of ${id}`} isOpen />
          </>
        )}
        {entriesAt(document, node, 'responses').map(([status, answer]) => (
          <section key={status} class="answer">
            <h3>
              {status}{' '}
              <span>
                <Words text={textAt(answer, 'description')} />
              </span>
            </h3>
            <Said node={answer} />
            <Body document={document} body={answer} name={`${status} of ${id}`} isOpen={false} />
          </section>
        ))}
      </div>
    </article>
  );
};
