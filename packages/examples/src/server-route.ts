import type { createMachnet } from '@amend/machnet';
import { patchSchema, plan, send, toUser } from 'amend';
import { machnetIndividual } from 'amend/machnet';

const { update } = machnetIndividual;

/** What a provider, or its client, says of an id that nobody has or can have. */
const isNobody: ReadonlySet<string> = new Set(['not-found', 'invalid', 'rejected']);

const isOpen = ' It is not known whether the change was made; read the user again.';
const isOld = 'is not what was sent: the provider said yes and did not take it.';

/**
 * `GET` and `PATCH /users/{id}` of a server of yours, for any framework that has `Request` and `Response`: Hono, Next.js,
 * Deno, Bun. The browser talks to this route, and only the route has the provider's credentials.
 *
 * @example
 * const route = createUserRoute(createMachnet({ clientId, clientSecret }));
 * const response = await route(new Request('https://example.com/users/550371f4-b6cc-4402-9382-ffecf487d4db'));
 */
export const createUserRoute =
  (machnet: ReturnType<typeof createMachnet>) =>
  async (request: Request): Promise<Response> => {
    const { method } = request;
    if (!['GET', 'HEAD', 'PATCH'].includes(method))
      return refuse(405, 'A user is read with GET and changed with PATCH.');
    const [, id] = /^\/users\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
    if (id === undefined) return refuse(404, 'There is nothing here.');
    const found = await machnet.getUser({ path: { user_id: id } });
    if (!found.ok) return refuse(isNobody.has(found.error.kind) ? 404 : 502, found.error.message);
    const current = toUser(update, found.data);
    if (method !== 'PATCH') return Response.json(current);

    const body: unknown = await request.json().catch(() => undefined);
    const checked = patchSchema(update, { current })['~standard'].validate(body);
    if (checked.issues) return Response.json({ issues: checked.issues }, { status: 422 });

    const planned = plan(update, { current, patch: checked.value });
    if (planned.state === 'empty') return Response.json(current);
    const sent = await send(planned, machnet);
    if (!sent.ok) return refuse(502, sent.error.message + (sent.error.isUncertain ? isOpen : ''));
    const issues = sent.notTaken.map((field) => ({ path: field.split('.'), message: `${field} ${isOld}` }));
    return issues.length > 0 ? Response.json({ issues }, { status: 409 }) : Response.json(sent.data);
  };

const refuse = (status: number, message: string): Response =>
  Response.json({ message }, { status, ...(status === 405 && { headers: { allow: 'GET, HEAD, PATCH' } }) });
