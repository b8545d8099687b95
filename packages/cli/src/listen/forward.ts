import type { Came } from './receive.ts';

/** What belongs to one connection, or is written anew. */
const ownHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const patience = 10_000;

/** What became of what was passed on. */
export interface Forwarded {
  /** That of the answer; 502 if none came. */
  readonly status: number;
  readonly isAnswered: boolean;
}

/** Passes on what came, byte for byte, so that its signature holds there too; nothing comes of it if it was stopped before. */
export const forward = async (
  { headers, body }: Came,
  to: string,
  { fetch, stop }: { readonly fetch: typeof globalThis.fetch; readonly stop: AbortSignal },
): Promise<Forwarded | undefined> => {
  const passed = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || ownHeaders.has(name) ? [] : [[name, [value].flat().join(', ')] as const],
  );
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: Object.fromEntries(passed),
      body: body as Uint8Array<ArrayBuffer>,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(patience)]),
    });
    await response.body?.cancel().catch(() => {});
    return { status: response.status, isAnswered: true };
  } catch {
    return stop.aborted ? undefined : { status: 502, isAnswered: false };
  }
};
