import { createHash, timingSafeEqual } from 'node:crypto';
import type { HpayCredentials } from '@amend/hpay';
import type { IngoCredentials } from '@amend/ingo';
import type { MachnetCredentials } from '@amend/machnet';
import type { StiltOptions } from '@amend/stilt';

/** What the providers would know a caller by. Of a provider that is left out, credentials only have to be there. */
export interface Secrets {
  readonly ingo?: IngoCredentials;
  readonly machnet?: MachnetCredentials;
  readonly stilt?: Pick<StiltOptions, 'clientUuid' | 'secret'>;
  readonly hpay?: HpayCredentials;
}

export type ProviderName = keyof Secrets;

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** Compares in a time that does not tell where two texts differ. */
export const sameText = (a: string | undefined, b: string): boolean => timingSafeEqual(digest(a ?? ''), digest(b));
