import { type AttemptOptions, attempt, type Outcome } from './attempt.ts';
import { isHeaderText } from './credentials.ts';
import { startDeadline } from './deadline.ts';
import { formMedia } from './form.ts';

/** No token was given, so that nothing was sent: what the call for one came to. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('No token was given.');
    this.outcome = outcome;
  }
}

interface Token {
  readonly text: string;
  readonly until: number;
  uses: number;
}

export interface TokenOptions extends Omit<AttemptOptions, 'maxResponseBytes'> {
  readonly url: string;
  /** What says who asks: the value of `Authorization`. */
  readonly authorization: string;
  /** Empty for none. */
  readonly scope: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Of a token that does not say how long it lasts, in seconds. */
const usualLifetime = 300;

/** A token is no longer used in the last tenth of its life. */
const usedFor = 0.9;

const maxResponseBytes = 65_536;

/** What became of the call for a token: of a refusal no more than that it is one, and nothing of its body. */
const failureOf = (outcome: Outcome): Outcome => {
  if (outcome.is === 'no-answer') return outcome;
  const { status } = outcome;
  if (status < 400) return { is: 'no-answer', kind: 'malformed', code: 'token' };
  return { ...outcome, body: undefined, status: status < 500 && status !== 429 ? 401 : status };
};

/** Tokens for client credentials (OAuth 2): fetched when one is needed, kept while they last, and one call at a time. */
export const createTokens = ({ url, authorization, scope, timeout, fetch, now }: TokenOptions) => {
  let current: Token | undefined;
  let pending: Promise<Token> | undefined;

  const ask = async (): Promise<Token> => {
    const deadline = startDeadline(timeout, undefined);
    const headers = { 'Content-Type': formMedia, Accept: 'application/json', Authorization: authorization };
    const body = `grant_type=client_credentials${scope && `&scope=${encodeURIComponent(scope)}`}`;
    try {
      const outcome = await attempt({ method: 'POST', url, headers, body }, deadline, { fetch, now, maxResponseBytes });
      const given = outcome.is === 'answer' && outcome.status < 300 && !outcome.flaw ? outcome.body : undefined;
      const { access_token: text, expires_in: seconds } = Object(given) as Readonly<Record<string, unknown>>;
      if (!isHeaderText(text)) throw new NoTokenError(failureOf(outcome));
      const lifetime = Number.isFinite(Number(seconds)) && Number(seconds) > 0 ? Number(seconds) : usualLifetime;
      return { text, until: now() + lifetime * usedFor * 1000, uses: 0 };
    } finally {
      deadline.clear();
    }
  };

  return {
    /** @throws {NoTokenError} */
    get: async (): Promise<string> => {
      if (!current || current.until <= now()) {
        pending ??= ask().finally(() => {
          pending = undefined;
        });
        current = await pending;
      }
      current.uses += 1;
      return current.text;
    },
    /** Forgets a token that was refused. Whether a new one could do better: it is not the first time that it was used. */
    drop: (): boolean => {
      const wasUsed = (current?.uses ?? 0) > 1;
      current = undefined;
      return wasUsed;
    },
  };
};
