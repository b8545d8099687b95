import { type AccountAt, fieldsForAll, type Patch, prepareAll, redact, toProblem, updateAll } from 'amend';
import { type AnyClient, findOperations, type ProviderName } from 'amend/providers';
import fastify, { type FastifyError, type FastifyReply } from 'fastify';

/** A person of yours, by the identifiers at the providers that know it. */
export type Known = Readonly<Partial<Record<ProviderName, string>>>;

const refuse = (reply: FastifyReply, problem: { readonly status: number; readonly detail: string }) =>
  reply.code(problem.status).type('application/problem+json').send(problem);

/**
 * A service before all providers: `GET /people/:person/fields` tells a page which inputs are locked, and because of whom;
 * `PATCH /people/:person` changes the person at every provider, or at none.
 *
 * @example
 * const service = createUserService(await clientsFromEnv(process.env), (person) => database.accountsOf(person));
 * await service.listen({ port: 3000 });
 */
export const createUserService = (
  clients: Readonly<Record<ProviderName, AnyClient>>,
  find: (person: string) => Promise<Known | undefined>,
) => {
  const service = fastify();

  const accountsOf = async (person: string): Promise<AccountAt[]> => {
    const known = await find(person);
    if (!known) throw Object.assign(new Error('Nobody is known by this name.'), { statusCode: 404 });
    const names = Object.keys(known) as ProviderName[];
    const found = await Promise.all(names.map((provider) => findOperations({ provider })));
    return names.map((name, index) => ({
      // Which kind of user it is, the provider tells.
      operation: found[index]?.map(({ operation }) => operation) ?? [],
      id: known[name] ?? '',
      client: clients[name],
    }));
  };

  service.get<{ Params: { person: string } }>('/people/:person/fields', async ({ params, signal }, reply) => {
    const prepared = await prepareAll({}, await accountsOf(params.person), { signal });
    const error = prepared.find((each) => each.error)?.error;
    return error ? refuse(reply, toProblem(error)) : fieldsForAll(prepared);
  });

  service.patch<{ Params: { person: string }; Body: Patch }>('/people/:person', async (request, reply) => {
    const outcomes = await updateAll(request.body, await accountsOf(request.params.person), { signal: request.signal });
    const problem = toProblem(outcomes);
    if (problem) return refuse(reply, problem);
    return outcomes.map(({ provider, outcome, user = {} }) => ({ provider, outcome, user: redact(user) }));
  });

  service.setErrorHandler<FastifyError>((error, _, reply) => {
    const { statusCode: status = 500, message } = error;
    return refuse(reply, status < 500 ? { status, detail: message } : toProblem(error));
  });

  return service;
};
