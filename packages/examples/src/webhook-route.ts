import type { createMachnet } from '@amend/machnet';
import { verifyMachnetWebhook } from '@amend/machnet/webhook';
import { statusFrom, toUser, type User } from 'amend';
import { machnetIndividual } from 'amend/machnet';

/** Where you keep what you know of users. */
export interface UserStore {
  /** Whether this event was dealt with before: providers send one twice. */
  readonly isKnown: (event: string) => Promise<boolean>;
  /** Keeps the user as the provider has it now, and that the event is dealt with: both, or neither. */
  readonly keep: (user: User, event: string) => Promise<void>;
}

const answer = (status: number): Response => new Response(null, { status });

/**
 * `POST /webhooks/machnet` of a server of yours. An event may be late, or come after a newer one: it only says that there is
 * something to read, and the read is what counts. What could not be read or kept is answered with 409, which has Machnet
 * send it again; a user who is not there any more would never be read.
 *
 * @example
 * const route = createWebhookRoute(createMachnet({ clientId, clientSecret }), store, secret);
 */
export const createWebhookRoute =
  (machnet: ReturnType<typeof createMachnet>, store: UserStore, secret: string | readonly string[]) =>
  async (request: Request): Promise<Response> => {
    const verified = await verifyMachnetWebhook(request, { secret });
    if (!verified.ok) return answer(400);
    const { event } = verified;
    const told = statusFrom(event);
    // An event about something else, or one that came before, is acknowledged: there is nothing to do.
    if (!told || event.id === undefined || (await store.isKnown(event.id))) return answer(204);
    const found = await machnet.getUser({ path: { user_id: told.id } });
    if (!found.ok) return answer(found.error.kind === 'not-found' ? 204 : 409);
    await store.keep(toUser(machnetIndividual.update, found.data), event.id);
    return answer(204);
  };
