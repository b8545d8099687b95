import { readFileSync } from 'node:fs';

const { name, engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const numbersOf = (version: string): number[] => version.replace(/^\D*/, '').split('.').map(Number);

/** What is wrong with a version of Node, such as `process.versions.node`; nothing, if the package runs on it. */
export const nodeProblem = (version: string): string | undefined => {
  const [major = 0, minor = 0] = numbersOf(version);
  const [least = 0, leastMinor = 0] = numbersOf(engines.node);
  if (major > least || (major === least && minor >= leastMinor)) return undefined;
  return `${name} needs Node ${least}.${leastMinor} or newer, and this is ${version}; install a newer one.`;
};
