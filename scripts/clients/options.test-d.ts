import type { CallObserver, CallOptions, ClientOptions } from '@amend/client';
import type { DriftOptions } from '@amend/client/drift';
import type { createHpay, HpayOptions } from '@amend/hpay';
import type { IngoOptions } from '@amend/ingo';
import type { Account, ChangeOptions, KeeperOptions, KeptProvider } from '@amend/keep';
import type { BossOptions } from '@amend/keep/pg-boss';
import type { PostgresOptions } from '@amend/keep/postgres';
import type { SqliteOptions } from '@amend/keep/sqlite';
import type { createMachnet, MachnetOptions } from '@amend/machnet';
import type { verifyMachnetWebhook } from '@amend/machnet/webhook';
import type { createMock, ListenOptions, Mock } from '@amend/mock';
import type { StiltOptions } from '@amend/stilt';
import type { signStiltWebhook, verifyStiltWebhook } from '@amend/stilt/webhook';
import type { AccountAt, Patch, PatchFor, PlanInput, SendOptions, updateAll } from 'amend';
import type { machnetIndividual } from 'amend/machnet';
import { expectTypeOf, test } from 'vitest';

// Under `exactOptionalPropertyTypes` a caller can hand `process.env.X` or the signal of its own caller on only to what takes
// `undefined` by name. At run time, that is as good as nothing.

/** The names of what may be left out, and not be `undefined`. */
type Closed<Given> = Given extends unknown
  ? {
      [Name in keyof Given]-?: object extends Pick<Given, Name>
        ? undefined extends Required<Given>[Name]
          ? never
          : Name
        : never;
    }[keyof Given]
  : never;

type Last<Method> = Method extends (...given: infer Given) => unknown ? NonNullable<Required<Given>[1]> : never;

test('what the clients are given', () => {
  expectTypeOf<Closed<ClientOptions | CallOptions | DriftOptions | CallObserver>>().toBeNever();
  expectTypeOf<Closed<IngoOptions | MachnetOptions | StiltOptions | HpayOptions>>().toBeNever();
  expectTypeOf<Closed<Last<typeof verifyMachnetWebhook> | Last<typeof verifyStiltWebhook>>>().toBeNever();
  expectTypeOf<Closed<Parameters<typeof signStiltWebhook>[0]>>().toBeNever();
});

test('what calls are given', () => {
  type Update = Parameters<ReturnType<typeof createMachnet>['updateUser']>[0];
  expectTypeOf<{ city: string | undefined; company_details: { address: undefined } }>().toExtend<Update['body']>();
  type Listing = NonNullable<Parameters<ReturnType<typeof createHpay>['listUsers']>[0]>;
  expectTypeOf<Closed<Listing | NonNullable<Listing['query']>>>().toBeNever();
});

test('what plans and what sends them is given', () => {
  expectTypeOf<Closed<PlanInput<undefined, object, object, undefined> | AccountAt | SendOptions>>().toBeNever();
  expectTypeOf<Closed<NonNullable<Parameters<typeof updateAll>[2]>>>().toBeNever();
  expectTypeOf<Closed<Patch | NonNullable<Patch['address']>>>().toBeNever();
  type Moved = PatchFor<typeof machnetIndividual.update, 'unverified'>;
  expectTypeOf<Closed<Moved | NonNullable<Moved['employer']>>>().toBeNever();
});

test('what the mock is given', () => {
  expectTypeOf<Closed<NonNullable<Parameters<typeof createMock>[0]> | ListenOptions>>().toBeNever();
  expectTypeOf<Closed<NonNullable<Parameters<Mock['onWebhook']>[2]>>>().toBeNever();
});

test('what a keeper is given', () => {
  expectTypeOf<Closed<KeeperOptions<string> | KeptProvider | ChangeOptions | Exclude<Account, string>>>().toBeNever();
  expectTypeOf<Closed<SqliteOptions | PostgresOptions | BossOptions>>().toBeNever();
});

test('an option that is closed is found', () => {
  expectTypeOf<
    Closed<{ readonly a?: string; readonly b?: number | undefined; readonly c: string }>
  >().toEqualTypeOf<'a'>();
});
