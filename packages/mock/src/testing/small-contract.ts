import { deriveProvider } from '../derived/derive-provider.ts';
import type { Send } from './call.ts';
import { modelIn } from './model-in.ts';
import { serve } from './serve.ts';

const user = { $ref: '#/components/schemas/User' };
const jane = { id: 'usr_8fk2m1', state: 'open', name: 'Jane' };
const source = { evidence: 'assumed', from: 'It does not exist.' };
const json = (schema: object, examples: object = {}) => ({ content: { 'application/json': { schema, examples } } });

/** The smallest contract of a provider that does not exist: users are made, read and changed, each by itself. */
const small = () => ({
  servers: [{ url: 'https://small.example' }] as object[],
  paths: {
    '/users': {
      post: {
        operationId: 'createUser',
        'x-retry': 'never' as unknown,
        parameters: [] as object[],
        requestBody: json({ $ref: '#/components/schemas/UserCreate' }) as object,
        responses: { '201': { $ref: '#/components/responses/User' } } as Record<string, object>,
      },
    },
    '/users/{user_id}': {
      parameters: [{ name: 'user_id', in: 'path', required: true, schema: { type: 'string' } as object }],
      get: {
        operationId: 'getUser',
        'x-retry': 'safe',
        responses: { '200': { $ref: '#/components/responses/User' } } as Record<string, object>,
      },
      patch: {
        operationId: 'updateUser',
        'x-update': 'partial',
        'x-retry': 'idempotent',
        parameters: [] as object[],
        requestBody: json({ $ref: '#/components/schemas/UserUpdate' }) as object,
        responses: { '200': { $ref: '#/components/responses/User' } } as Record<string, object>,
      },
    },
  },
  components: {
    parameters: {} as Record<string, object>,
    securitySchemes: {} as Record<string, object>,
    responses: {
      User: { ...json(user, { jane: { value: jane } }), description: 'The user.' },
    } as Record<string, object>,
    schemas: {
      UserCreate: { type: 'object', properties: { name: { type: 'string' } } as Record<string, object> },
      UserUpdate: {
        type: 'object',
        'x-rules-documented': true,
        properties: {
          name: { type: 'string', 'x-updatable': ['unverified'], 'x-source': source },
        } as Record<string, object>,
      } as Record<string, unknown> & { properties: Record<string, object> },
      User: {
        type: 'object',
        required: ['id', 'state'],
        'x-verification': { property: 'state', verified: ['approved'], unverified: ['open'] } as object,
        properties: { id: { type: 'string' }, state: { type: 'string' }, name: { type: 'string' } } as Record<
          string,
          object
        >,
      },
    } as Record<string, object> & {
      UserCreate: { properties: Record<string, object> };
      UserUpdate: { properties: Record<string, object> };
      User: { required: string[]; 'x-verification': object; properties: Record<string, object> };
    },
  },
});

export type SmallContract = ReturnType<typeof small>;

/** What may be sent in each status. */
export const always = { 'x-updatable': ['unverified', 'verified'], 'x-source': source };

export const unlessVerified = { ...always, 'x-updatable': ['unverified'] };

/** A body of JSON, and what an example shows of it. */
export const bodyOf = json;

/** That contract, changed in one place. */
export const smallContract = (change: (contract: SmallContract) => void): SmallContract => {
  const contract = small();
  change(contract);
  return contract;
};

/** A mock of it; its one user is `usr_8fk2m1`. */
export const serveSmall = async (change: (contract: SmallContract) => void = () => {}): Promise<Send> =>
  serve(await deriveProvider('small', [{ name: 'small@v1', read: modelIn(smallContract(change)) }]));
