import { oneOf } from './names.ts';
import type { AnyUserOperation, UserOperations, Users } from './user-operation.ts';

/** One kind of user at one provider. */
export interface Subject<Name extends string = string> {
  readonly provider: Name;
  /** The kind of user; a provider that tells none apart has individuals. */
  readonly type: string;
  /** By name: `create`, `update`, or `replace` and `patch`. */
  readonly operations: UserOperations;
}

/** What is asked for, by names in any case. */
export interface AskedOperation {
  readonly provider: string;
  /** By default the provider's usual one. */
  readonly type?: string | undefined;
  /** By default the update that leaves alone what it does not name. */
  readonly operation?: string | undefined;
}

/** An operation, and the names by which it is found. */
export interface FoundOperation<Name extends string = string> {
  readonly provider: Name;
  readonly type: string;
  readonly name: string;
  readonly operation: AnyUserOperation;
}

/** Providers by name, of which each loads its mapping when it is asked for. */
export type ProviderUsers<Name extends string> = Readonly<Record<Name, { readonly users: () => Promise<Users> }>>;

const usualName = (operations: UserOperations): string => {
  const names = Object.keys(operations);
  return names.find((name) => operations[name]?.rules?.update === 'partial') ?? names[0] ?? '';
};

/** Finds operations by names, in a list of providers. */
export const registryOf = <Name extends string>(list: ProviderUsers<Name>) => {
  const names = Object.keys(list) as Name[];

  const subjectsOf = async (provider: Name): Promise<Subject<Name>[]> =>
    Object.entries(await list[provider].users()).map(([type, operations]) => ({ provider, type, operations }));

  const find = async (asked: AskedOperation): Promise<FoundOperation<Name>[]> => {
    const provider = oneOf('provider', asked.provider, names);
    const subjects = await subjectsOf(provider);
    const types = subjects.map(({ type }) => type);
    const wanted = asked.type === undefined ? types : [oneOf(`type at ${provider}`, asked.type, types)];
    return subjects
      .filter(({ type }) => wanted.includes(type))
      .map(({ type, operations }) => {
        const known = Object.keys(operations);
        const name = oneOf(`operation at ${provider}`, asked.operation ?? usualName(operations), known);
        return { provider, type, name, operation: operations[name] as AnyUserOperation };
      });
  };

  return {
    listSubjects: async (): Promise<Subject<Name>[]> => (await Promise.all(names.map(subjectsOf))).flat(),
    findOperations: find,
    findOperation: async (asked: AskedOperation): Promise<FoundOperation<Name>> => {
      const [first] = await find(asked);
      // Each provider has a kind of user, or its mapping does not compile.
      return first as FoundOperation<Name>;
    },
  };
};
