import { operationsOf, responseSchemas } from '../generate/contract-operations.ts';
import type { LoadedContract } from '../generate/read-contract.ts';
import { type Finding, pointer } from './change.ts';

/** The sections whose names stand in the generated code, and what it is that a caller has of them. */
const exported = {
  schemas: 'type',
  parameters: 'type',
  requestBodies: 'type',
  responses: 'type',
  securitySchemes: 'header of the credential',
} as const;

const namesIn = ({ document }: LoadedContract, section: string): string[] =>
  Object.keys((document.components as Record<string, object> | undefined)?.[section] ?? {});

const compareExports = (before: LoadedContract, after: LoadedContract): Finding[] =>
  Object.entries(exported).flatMap(([section, what]) => {
    const left = namesIn(after, section);
    return namesIn(before, section)
      .filter((name) => !left.includes(name))
      .map((name): Finding => {
        const at = pointer('components', section, name);
        return { decision: 'export-removed', what: `The ${what} ${name} is no longer exported by this name`, at };
      });
  });

const parametersIn = (path: string): string[] => path.match(/(?<=\{)[^{}]+(?=\})/g) ?? [];

const successOf = (contract: LoadedContract, id: string): string[] => {
  const operation = operationsOf(contract).find(({ node }) => node.operationId === id);
  if (!operation) return [];
  const statuses = Object.keys(operation.node.responses).filter((status) => status.startsWith('2'));
  const bodies = responseSchemas(contract, operation, 'success').map(({ schema }) => JSON.stringify(schema));
  return [...bodies, ...(statuses.length > bodies.length && statuses.includes('204') ? ['none'] : [])];
};

/** What callers name or rely on, and Redocly takes for a detail: the names that the generated code has from a contract. */
export const compareSurface = (before: LoadedContract, after: LoadedContract): Finding[] => {
  const [was, is] = [before, after].map(({ document }) => document.servers?.[0]?.url);
  return [
    ...operationsOf(after).flatMap(({ node: { operationId: id }, path, at }): Finding[] => {
      const base = operationsOf(before).find(({ node }) => node.operationId === id);
      if (!base) return [];
      const had = parametersIn(base.path);
      const has = parametersIn(path);
      const known = successOf(before, id);
      return [
        ...(String(had) === String(has)
          ? []
          : [
              {
                decision: 'path-parameters-changed',
                what: `${id} has the path parameters ${has.join(', ') || 'none'}, and had ${had.join(', ') || 'none'}`,
                at: pointer('paths', path),
              } as const,
            ]),
        ...(successOf(after, id).every((body) => known.includes(body))
          ? []
          : [
              {
                decision: 'success-added',
                what: `${id} may be answered with another body than before`,
                at: pointer(...at, 'responses'),
              } as const,
            ]),
      ];
    }),
    ...compareExports(before, after),
    ...(was === is
      ? []
      : [
          {
            decision: 'default-server-changed',
            what: `The server that clients call by default was ${was ?? 'none'} and is ${is ?? 'none'}`,
            at: pointer('servers', 0),
          } as const,
        ]),
  ];
};
