import type { LoadedContract } from '@amend/compiler/read';
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

const compareServers = (before: LoadedContract, after: LoadedContract): Finding[] => {
  const [was, is] = [before, after].map(({ document }) => document.servers?.[0]?.url);
  if (was === is) return [];
  const what = `The server that clients call by default was ${was ?? 'none'} and is ${is ?? 'none'}`;
  return [{ decision: 'default-server-changed', what, at: pointer('servers', 0) }];
};

/** What the generated code has from a contract by name, and Redocly takes for a detail. */
export const compareSurface = (before: LoadedContract, after: LoadedContract): Finding[] => [
  ...compareExports(before, after),
  ...compareServers(before, after),
];
