import { readFileSync } from 'node:fs';
import type { ProviderDescriptor } from '@amend/client/provider';
import { type Json, modelOf, parseContract, parseYaml } from '@amend/compiler/read';
import type { ContractOperation } from '@amend/contract';
import { createMock } from '@amend/mock';
import { at, atPath, isMap, mapAt } from '../json.ts';
import { contentOf, responsesOf, type VendorOperation, vendorOperations } from '../operations.ts';
import { readSource } from '../source.ts';
import { vendorExamples } from '../vendor-examples.ts';
import { judgeOf } from './original.ts';

type Kind = 'create' | 'read' | 'update';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The mock of an imported provider, its client, and what the vendor's own document says of both. */
export const startTrial = async (name: string, file: string) => {
  const path = `specs/${name}/v1.yaml`;
  const model = modelOf(parseContract({ name: `${name}@v1`, provider: name, version: 'v1', path }, read(path)));
  const { document: decisions } = parseYaml('decisions', read(`specs/${name}/v1.decisions.yaml`));
  const source = await readSource(file, at(decisions, 'drop') as string[] | undefined);
  const judge = { request: judgeOf(source.root, 'request'), answer: judgeOf(source.root, 'answer') };
  const mock = await createMock({ seed: '1', only: [name] });
  const found = { answers: 0, unfit: [] as string[], refused: [] as string[] };
  let last: { status: number; body: Json; location: string | null } = { status: 0, body: null, location: null };

  const { provider }: { provider: ProviderDescriptor } = await import(`../../../packages/${name}/src/provider.ts`);
  const client = provider.connect(provider.credentials, {
    baseUrl: `http://localhost/${name}`,
    fetch: async (input, init) => {
      const response = await mock.fetch(new Request(input, init));
      const text = await response.clone().text();
      last = { status: response.status, body: text && JSON.parse(text), location: response.headers.get('location') };
      return response;
    },
  });

  const operationOf = (kind: Kind): ContractOperation | undefined =>
    model.operations.find((operation) => operation.kind === kind);
  const vendorOf = (kind: Kind): VendorOperation | undefined =>
    vendorOperations(source).find((operation) => operation.name === at(decisions, 'operations', kind));

  /** Judges what the mock answered by what the vendor says of this status. */
  const judgeAnswer = (kind: Kind, what: string): void => {
    const vendor = vendorOf(kind);
    if (!vendor) return;
    const responses = responsesOf(source, vendor);
    const isOf = (status: string) => status.toLowerCase() === `${String(last.status)[0]}xx`;
    const response = responses[last.status] ?? responses[Object.keys(responses).find(isOf) ?? 'default'];
    const schema = contentOf(source, response)?.media.schema;
    if (!isMap(schema)) return;
    found.answers += 1;
    const flaws = judge.answer(schema, last.body);
    if (flaws.length > 0) found.unfit.push(`${what}, ${last.status}: ${[...new Set(flaws)].slice(0, 4).join(', ')}`);
  };

  /** Calls the mock as who has the client would. What it answered then, where that was a success. */
  const call = async (kind: Kind, what: string, id: string, body?: Json): Promise<typeof last | undefined> => {
    const operation = operationOf(kind);
    if (!operation) return undefined;
    // Who is meant stands in the path, else in the body.
    const [named] = Object.entries(operation.body?.roles ?? {}).find(([, role]) => role === 'identifier') ?? [];
    const isNamed = named !== undefined && operation.pathParameters.length === 0 && kind !== 'create';
    const sent = isNamed ? { ...(isMap(body) && body), [named]: id } : body;
    const path = Object.fromEntries(operation.pathParameters.map((parameter) => [parameter.name, id]));
    const result = await client[operation.id]?.({
      ...(operation.pathParameters.length > 0 && { path }),
      ...(operation.given && { header: Object.fromEntries(operation.given.map((each) => [each, 'A1'])) }),
      ...(sent !== undefined && { body: sent }),
    });
    const error = result?.ok === false ? result.error : undefined;
    const isJudged = error?.kind !== 'invalid' && error?.kind !== 'malformed';
    if (isJudged) judgeAnswer(kind, what);
    if (error && (body !== undefined || !isJudged))
      found.refused.push(`${what}: ${error.kind} ${JSON.stringify(isJudged ? last.body : error.issues)}`);
    return error === undefined ? last : undefined;
  };

  const userIn = (kind: Kind, body: Json | undefined): Json | undefined =>
    atPath(body, operationOf(kind)?.way ?? ['none']);

  /** What the vendor shows of a request, where its own schema takes that, else what the contract shows. */
  const requestsOf = (kind: Kind): (readonly [example: string, body: Json])[] => {
    const vendor = vendorOf(kind);
    const content = vendor && contentOf(source, vendor.node.requestBody);
    if (!content) return [];
    const { example, examples = example === undefined ? [] : [example] } = source.follow(content.media.schema);
    const flawsOf = (value: Json) => judge.request(mapAt(content.media, 'schema'), value);
    const shown = vendorExamples(source, content.media, { examples });
    const made = Object.entries(operationOf(kind)?.body?.examples ?? {}) as [string, Json][];
    for (const [each, value] of made)
      for (const flaw of flawsOf(value)) found.unfit.push(`the example ${each} of the contract's ${kind}: ${flaw}`);
    const fitting = shown.filter(([, value]) => flawsOf(value).length === 0);
    return fitting.length > 0 ? fitting : made;
  };

  const steer = (at: string, body: object) =>
    mock.fetch(
      new Request(`http://localhost/__amend/${at}`, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    );
  const fixtures = mock.fixtures.filter((each) => each.provider === name);
  return { model, found, fixtures, call, requestsOf, userIn, operationOf, steer };
};
