import { useEffect, useState } from 'preact/hooks';

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

const loaded = new Map<string, Promise<unknown>>();

const inlined = (): Record<string, unknown> | undefined => {
  const text = document.getElementById('files')?.textContent;
  return text ? JSON.parse(text) : undefined;
};

const fetchFile = async (file: string): Promise<unknown> => {
  const answer = await fetch(new URL(file, document.baseURI));
  if (!answer.ok) throw new Error(`${file} was answered with ${answer.status}`);
  return answer.json();
};

/** One of the page's own files, of which each is asked for once. */
const loadFile = (file: string): Promise<unknown> => {
  const own = inlined();
  const found = loaded.get(file) ?? (own && file in own ? Promise.resolve(own[file]) : fetchFile(file));
  loaded.set(file, found);
  found.catch(() => loaded.delete(file));
  return found;
};

/** The same for a part of the page; nothing until it is there, or a sentence if it does not come. */
export const useFile = <Content>(file: string): Content | string | undefined => {
  const [content, setContent] = useState<Content | string>();
  useEffect(() => {
    setContent(undefined);
    loadFile(file).then(
      (found) => setContent(found as Content),
      () => setContent(`${file} cannot be read; serve the whole folder, or open explorer.html.`),
    );
  }, [file]);
  return content;
};

/** The name of the contract that has an operation of a provider's; nothing until it is known. */
export const useContractOf = (): ((provider: string, operation: string) => string | undefined) => {
  const data = useFile<Data>('data.json');
  return (provider, operation) =>
    typeof data === 'object'
      ? data.contracts.find((each) => each.provider === provider && each.operations.includes(operation))?.name
      : undefined;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every value under a key, at any depth. */
const allUnder = (value: unknown, key: string): readonly unknown[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, child]) => (name === key ? [child] : allUnder(child, key)))
    : [];

/** The sentence of each disagreement of a provider's sources, by name; nothing of those that cannot be read. */
export const useConflicts = (provider: string, isAsked: boolean): Readonly<Record<string, string>> => {
  const [found, setFound] = useState({});
  useEffect(() => {
    const read = async (): Promise<void> => {
      const { contracts } = (await loadFile('data.json')) as Data;
      const own = contracts.filter((each) => each.provider === provider);
      const documents = await Promise.all(own.map(({ name }) => loadFile(`contracts/${name}.json`)));
      setFound(Object.assign({}, ...documents.flatMap((document) => allUnder(document, 'x-conflict'))));
    };
    if (isAsked) read().catch(() => {});
  }, [provider, isAsked]);
  return found;
};
