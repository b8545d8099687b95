import type { Contract } from '../read/contracts.ts';

const modules = ['answers', 'model', 'operations', 'rules', 'validators', 'webhooks'];

const contractOf = ({ provider, version }: Contract): string =>
  [
    `      ${version}: {`,
    ...modules.map((module) => `        ${module}: () => import('@amend/${provider}/${version}/${module}'),`),
    '      },',
  ].join('\n');

const entryOf = (provider: string, contracts: readonly Contract[]): string => `  ${provider}: {
    describe: async () => (await import('@amend/${provider}/provider')).provider,
    users: async () => (await import('../providers/${provider}.ts')).users,
    contracts: {
${contracts.map(contractOf).join('\n')}
    },
  },`;

/** The text of `providers.ts`: all providers and their contracts, each loaded when it is asked for. */
export const renderProviderList = (contracts: readonly Contract[]): string => {
  const entries = [...Map.groupBy(contracts, ({ provider }) => provider)].map((each) => entryOf(...each));
  return `// Generated from redocly.yaml by \`pnpm generate amend\`. Change the list there, not this file.

export const providers = {
${entries.join('\n')}
} as const;
`;
};
