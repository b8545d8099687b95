import { contracts, type Json, type JsonObject, readContract } from '@amend/compiler/read';
import { samples as pageSamples, type Sample } from '@amend/compiler/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { prismOn } from './start-prism.ts';

// Stock Prism on each contract, as a stranger would run it: it must accept what the provider's page shows,
// and refuse what the page forbids, in the provider's own error shape.

interface Request extends Pick<Sample, 'method' | 'path' | 'headers' | 'body'> {}

/** The schema of the answer with this status; its operation is found by method and path. */
const responseSchema = (document: JsonObject, { method, path }: Request, status: number): string | undefined => {
  const template = Object.keys(document.paths as JsonObject).find((candidate) =>
    new RegExp(`^${candidate.replaceAll(/{[^}]+}/g, '[^/]+')}$`).test(path),
  );
  if (!template) return undefined;
  const operation = (document.paths as Record<string, JsonObject>)[template]?.[method.toLowerCase()] as JsonObject;
  const response = (operation.responses as JsonObject)[String(status)] as JsonObject | undefined;
  const reference = response?.$ref as string | undefined;
  const pointer = reference ?? `#/paths/${template.replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${status}`;
  return response && `https://contract.example/${encodeURI(pointer)}/content/application~1json/schema`;
};

describe.each(contracts)('stock Prism on $name', ({ name, path: file }) => {
  const document = readContract(name);
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'https://contract.example/' });

  let url = '';

  beforeAll(async () => {
    url = await prismOn(file);
  });

  const send = async ({ method, path, headers, body }: Request) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(method !== 'GET' && method !== 'DELETE' && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Json };
  };

  const expectDocumentedError = (request: Request, answer: { status: number; body: Json }, statuses: number[]) => {
    expect(statuses).toContain(answer.status);
    const schema = responseSchema(document, request, answer.status);
    expect(schema, `no documented answer ${answer.status}`).toBeDefined();
    const validate = ajv.getSchema(schema as string);
    expect(validate?.(answer.body), JSON.stringify(answer.body)).toBe(true);
  };

  const samples = Object.entries(pageSamples).filter(([, { contract }]) => contract === name);

  describe.each(samples)('%s', (_, sample) => {
    const body = sample.body as JsonObject;

    test('the sample gets the page’s own kind of answer', async () => {
      const answer = await send(sample);
      expect(answer.status).toBe(200);
      const shown = samples.map(([, { answer }]) => answer);
      expect(shown).toContainEqual(answer.body);
    });

    test('an unknown field is refused', async () => {
      const request = { ...sample, body: { ...body, no_such_field: 'x' } };
      expectDocumentedError(request, await send(request), [400, 422]);
    });

    /** Ingo takes its key in the body as well, and its samples send both. */
    const isInBody = (header: string) => header in body;

    test.each(Object.keys(sample.headers))('a missing %s is refused, unless it is in the body', async (header) => {
      const { [header]: _, ...headers } = sample.headers;
      const request = { ...sample, headers };
      const answer = await send(request);
      if (isInBody(header)) expect(answer.status).toBe(200);
      else expectDocumentedError(request, answer, [401]);
    });
  });

  /** A request that is right, and whose required fields are then left out one by one. */
  const requests: Record<string, Request & { required: string[] }> = {
    'ingo@v3': {
      ...(pageSamples['Ingo v3, create'] as Sample),
      required: [
        'first_name',
        'last_name',
        'address_one',
        'city',
        'postal_code',
        'country',
        'state',
        'email',
        'phone_number',
      ],
    },
    'ingo@v4': { ...(pageSamples['Ingo v4, update'] as Sample), required: ['user_id'] },
    'machnet@v4': {
      ...(pageSamples['Machnet, update of an individual'] as Sample),
      method: 'POST',
      path: '/users',
      body: {
        first_name: 'Tenzin',
        last_name: 'Norgay',
        email: 't@example.com',
        mobile_phone: '2106603032',
        type: 'SEND',
      },
      required: ['first_name', 'mobile_phone'],
    },
    'stilt@v1': {
      ...(pageSamples['Stilt, update'] as Sample),
      method: 'POST',
      path: '/users',
      body: {
        ...((pageSamples['Stilt, update'] as Sample).body as JsonObject),
        ssn: 'AAECAwQFBgcICQoLDA0OD1O2sThMBVkhrHfzDOS3Wsk=',
      },
      required: ['first_name', 'last_name', 'email', 'phone', 'dob', 'ssn', 'address'],
    },
    'hpay@v1': {
      ...(pageSamples['HPay, update'] as Sample),
      required: ['app_user_id', 'name', 'phone_number'],
    },
  };
  const complete = requests[name];

  test('a complete request is taken', async () => {
    const sentence = `scripts/contracts/prism.long.test.ts has no request for ${name}: add to \`requests\` a complete one, and the fields that the provider's page requires.`;
    if (!complete) return expect.fail(sentence);
    expect((await send(complete)).status).toBeLessThan(300);
  });

  if (!complete) return;
  const { required, ...request } = complete;

  /** What a page or public client code sends, and a stricter contract would refuse. */
  const alsoTaken: Record<string, Record<string, Partial<Request>>> = {
    'ingo@v3': {
      'a number as meta data': { body: { ...(request.body as JsonObject), meta_data: [{ name: 'n', value: 1 }] } },
    },
    'stilt@v1': {
      'the id of the page, which is no UUID': {
        method: 'PUT',
        path: '/users/2acf04c3-48d1-456f-a54e-1m4251814478',
        body: { phone: '6166723456' },
      },
      'a deletion': {
        method: 'DELETE',
        path: '/users/2acf04c3-48d1-456f-a54e-1f4251814478',
        headers: { ...request.headers, 'Content-MD5': '' },
      },
      'the empty hash of no body': { method: 'GET', headers: { ...request.headers, 'Content-MD5': '' } },
    },
  };

  const extras = Object.entries(alsoTaken[name] ?? {});
  if (extras.length > 0)
    test.each(extras)('%s is taken', async (_, changes) => {
      expect(await send({ ...request, ...changes })).toMatchObject({ status: 200 });
    });

  test.each(required)('a missing %s is refused', async (field) => {
    const { [field]: _, ...body } = request.body as JsonObject;
    expectDocumentedError({ ...request, body }, await send({ ...request, body }), [400, 422]);
  });
});
