import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { URL } from 'node:url';
import { compiled, specs } from './specs.ts';

/** A contract that can be served. */
export interface ListedContract {
  /** `machnet@v4`, as redocly.yaml names it. */
  readonly name: string;
  readonly provider: string;
  readonly version: string;
  /** Its place below `specs`. */
  readonly file: string;
}

const listed = (file: string): ListedContract => {
  const [provider = '', version = ''] = file.replace(/\.[a-z]+$/, '').split('/');
  return { name: `${provider}@${version}`, provider, version, file: `${provider}/${version}.yaml` };
};

const built = (): readonly string[] =>
  readdirSync(compiled, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[^/]+\/[^/]+\.json$/.test(file))
    .toSorted();

/** What redocly.yaml, the one list of contracts, has in `specs`. */
const inRepository = async (): Promise<readonly string[]> => {
  const { parse } = await import('yaml');
  const { apis } = parse(readFileSync(new URL('../redocly.yaml', specs), 'utf8')) as {
    apis: Readonly<Record<string, { readonly root: string }>>;
  };
  return Object.values(apis).map(({ root }) => root.replace(/^specs\//, ''));
};

/** Every contract: those that the build brought, or else those of the repository. */
export const listContracts = async (): Promise<readonly ListedContract[]> =>
  (existsSync(compiled) ? built() : await inRepository()).map(listed);
