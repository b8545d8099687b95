import { onOneLine } from '@amend/client/visible';
import type { Keeper } from '@amend/keep';
import type { Listening, Told } from '@amend/mock';
import type { Io } from '../command.ts';
import { explorerPages } from '../explorer/pages.ts';

/** What failed may quote: of all but the keeper's own errors the name is told alone. */
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'The keeper failed.';
  return error.name === 'KeepError' ? error.message : `The keeper failed with ${error.name}.`;
};

const told = async (keeper: Keeper<string>, [what, userId, ...more]: readonly string[]): Promise<Told | undefined> => {
  if (what === 'overview' && userId === undefined) return { status: 200, body: { providers: await keeper.overview() } };
  if (what !== 'users' || userId === undefined || more.length > 0) return undefined;
  const links = await keeper.status(userId);
  if (links.length > 0) return { status: 200, body: { links } };
  return { status: 404, body: { detail: 'Nobody is linked under that user.' } };
};

/** Shows what a keeper knows on a page of this machine: the explorer, with what it asks for; nothing if it cannot, which is said. */
export const openPage = async (keeper: Keeper<string>, port: number, io: Io): Promise<Listening | undefined> => {
  const { describeListenError, servePage } = await import('@amend/mock');
  const tell = (parts: readonly string[]) =>
    told(keeper, parts).catch((error: unknown) => ({ status: 503, body: { detail: sentenceOf(error) } }));
  const server = { pages: explorerPages, start: '/?keeper#/keeper', below: '/keeper', tell, port };
  return servePage(server).catch((error: unknown) => {
    const why = describeListenError(error, { host: '127.0.0.1', port }, 'the page');
    io.stderr(`amend: ${onOneLine(why.replace('--port', '--page'))}`);
    return undefined;
  });
};
