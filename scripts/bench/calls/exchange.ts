import { deepStrictEqual } from 'node:assert/strict';
import type { Input } from '@amend/client';
import { readModel } from '@amend/compiler/read';
import type { operations } from '@amend/machnet/v4/types';

// One exchange with Machnet for each of two operations: what every client has to send, and what it has to hand back.

export type OperationId = 'getUser' | 'updateUser';

export const credentials = { clientId: 'a-client', clientSecret: 'a-secret' };
export const headers = { 'X-Client-Id': credentials.clientId, 'X-Client-Secret': credentials.clientSecret };

export const userId = '550371f4-b6cc-4402-9382-ffecf487d4db';

export const update = {
  first_name: 'Rosa',
  last_name: 'Example',
  mobile_phone: '2125550109',
  address_line1: '9 Sample Street',
  city: 'Albany',
  state: 'NY',
  zipcode: '12207',
  occupation: 'Teacher',
} satisfies Input<operations['updateUser']>['body'];

const { answers } = readModel('machnet@v4').operations.find(({ id }) => id === 'getUser') ?? {};
export const user = answers?.[200]?.unverifiedIndividual;
export const answer = JSON.stringify(user);

const requests: Record<OperationId, { method: string; body: string }> = {
  getUser: { method: 'GET', body: '' },
  updateUser: { method: 'PATCH', body: JSON.stringify(update) },
};

/** What came over a wire, real or not. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly header: (name: string) => string | null | undefined;
}

/** @throws if the request is not the one that the operation asks for. */
export const checkRequest = (id: OperationId, { method, path, body, header }: Received): void => {
  deepStrictEqual({ method, path, body }, { ...requests[id], path: `/v4/users/${userId}` });
  for (const [name, value] of Object.entries(headers)) deepStrictEqual(header(name), value);
  if (body) deepStrictEqual(header('content-type')?.split(';')[0], 'application/json');
};
