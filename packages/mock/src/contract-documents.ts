import type { Contract } from './contract.ts';
import { controlPrefix } from './manner.ts';
import { type Refusal, refuse } from './problem.ts';
import type { Answer, Input } from './service.ts';
import type { ShownContract } from './shown-contract.ts';

/** What an OpenAPI document comes as; the first of each form is what an answer calls it. */
const forms = {
  json: ['application/json', 'application/openapi+json', 'application/vnd.oai.openapi+json'],
  yaml: [
    'application/yaml',
    'text/yaml',
    'application/x-yaml',
    'application/openapi+yaml',
    'application/vnd.oai.openapi',
  ],
} as const;

/** All names that people and tools have for these forms. */
export const documentMedia: readonly string[] = Object.values(forms).flat();

/** The address of a contract's operations here, which is what a tool is to call. */
const urlOf = ({ prefix }: Contract, origin: string): string => origin + prefix;

const about = 'This mock.';

/** A text in YAML with another server before its own; nothing if these are laid out in a way that is not known. */
const withServer = (yaml: string, url: string): string | undefined => {
  const found = /^servers:[^\S\n]*(?:#.*)?\n(?:[^\S\n]*(?:#.*)?\n)*(?<indent> *)(?=- )/m.exec(yaml);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  const { indent = '' } = found.groups ?? {};
  const server = `- url: ${JSON.stringify(url)}\n${indent}  description: ${about}\n${indent}`;
  return yaml.slice(0, end) + server + yaml.slice(end);
};

type Asked = Pick<Input, 'params' | 'origin' | 'media'>;

/** The contracts that there are, with their addresses. */
export const listDocuments = (contracts: readonly Contract[], { origin }: Asked): Answer => ({
  status: 200,
  body: contracts.map((contract): ShownContract => {
    const { provider, version } = contract.model;
    const path = `${origin}${controlPrefix}/contracts/${provider}/${version}`;
    return { provider, version, url: urlOf(contract, origin), json: `${path}.json`, yaml: `${path}.yaml` };
  }),
});

/** A contract for other tools, which call this mock first; an ending counts for more than what the caller takes. */
export const showDocument = async (
  contracts: readonly Contract[],
  { params, origin, media }: Asked,
): Promise<Answer | Refusal> => {
  const [, version, ending] = /^(.*?)(?:\.(json|ya?ml))?$/s.exec(params.version ?? '') ?? [];
  const contract = contracts.find(({ model }) => model.provider === params.provider && model.version === version);
  if (!contract) return refuse('not-found');
  const url = urlOf(contract, origin);
  const { json, yaml } = await contract.document();
  const servers = [{ url, description: about }, ...((json.servers as readonly unknown[] | undefined) ?? [])];
  const isYaml = ending === undefined ? (forms.yaml as readonly string[]).includes(media) : ending !== 'json';
  // Every JSON is a YAML too, for contracts that are laid out otherwise.
  const body =
    (isYaml ? withServer(yaml, url) : undefined) ?? JSON.stringify({ ...json, servers }, undefined, isYaml ? 2 : 0);
  return { status: 200, media: forms[isYaml ? 'yaml' : 'json'][0], body };
};
