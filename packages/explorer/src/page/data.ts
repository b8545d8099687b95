import { type Loaded, useLoaded } from './loaded.ts';

/** What a build knows of the contracts beside their rules: see `build-data.ts`. */
export interface Data {
  readonly contracts: readonly {
    readonly name: string;
    readonly provider: string;
    readonly title: string;
    readonly operations: readonly string[];
  }[];
  /** By provider: what a program imports. */
  readonly code: Readonly<Record<string, Code>>;
}

export interface Code {
  readonly package: string;
  readonly create: string;
  /** The credentials' names, each with a sample. */
  readonly credentials: Readonly<Record<string, string>>;
  /** By type of user: the name under which the mapping exports it. */
  readonly users: Readonly<Record<string, string>>;
}

/** What the one file holds. */
const inlined: Record<string, unknown> = JSON.parse(document.getElementById('files')?.textContent ?? '{}');
const files = new Map(Object.entries(inlined).map(([file, content]) => [file, Promise.resolve(content)]));

const fetchFile = async (file: string): Promise<unknown> => {
  try {
    const answer = await fetch(new URL(file, document.baseURI));
    if (answer.ok) return await answer.json();
  } catch {}
  files.delete(file);
  throw new Error(`${file} cannot be read; serve the whole folder, or open explorer.html.`);
};

/** One of the page's own files, of which each is asked for once. */
const loadFile = <Content>(file: string): Promise<Content> => {
  const found = files.get(file) ?? fetchFile(file);
  files.set(file, found);
  return found as Promise<Content>;
};

/** The same for a part of the page. */
export const useFile = <Content>(file: string): Loaded<Content> => useLoaded(() => loadFile<Content>(file), [file]);

/** The name of the contract that has an operation of a provider's; nothing until it is known. */
export const useContractOf = (): ((provider: string, operation: string) => string | undefined) => {
  const { content } = useFile<Data>('data.json');
  return (provider, operation) =>
    content?.contracts.find((each) => each.provider === provider && each.operations.includes(operation))?.name;
};

/** Every value under a key, at any depth. */
const allUnder = (value: unknown, key: string): readonly unknown[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, child]) => (name === key ? [child] : allUnder(child, key)))
    : [];

const loadConflicts = async (provider: string): Promise<Readonly<Record<string, string>>> => {
  const { contracts } = await loadFile<Data>('data.json');
  const own = contracts.filter((each) => each.provider === provider);
  const documents = await Promise.all(own.map(({ name }) => loadFile(`contracts/${name}.json`)));
  return Object.assign({}, ...documents.flatMap((document) => allUnder(document, 'x-conflict')));
};

/** The sentence of each disagreement of a provider's sources, by name; nothing of those that cannot be read. */
export const useConflicts = (provider: string, isAsked: boolean): Readonly<Record<string, string>> =>
  useLoaded(() => (isAsked ? loadConflicts(provider) : undefined), [provider, isAsked]).content ?? {};
