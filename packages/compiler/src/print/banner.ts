import type { Contract } from '../read/contracts.ts';

/** The first line of every generated file. */
export const banner = ({ path, provider }: Contract): string =>
  `// Generated from ${path} by \`pnpm generate ${provider}\`. Change the contract, not this file.\n\n`;
