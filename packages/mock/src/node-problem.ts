import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifest = join(dirname(fileURLToPath(import.meta.url)), '..', 'package.json');
const { name, engines } = JSON.parse(readFileSync(manifest, 'utf8'));

/** This Node is too old for the mock. */
export class NodeVersionError extends Error {
  override readonly name = 'NodeVersionError';
}

const numbersOf = (version: string): number[] => version.replace(/^\D*/, '').split('.').map(Number);

/** What is wrong with a version of Node, such as `process.versions.node`; nothing, if the package runs on it. */
export const nodeProblem = (version: string): string | undefined => {
  const [major = 0, minor = 0] = numbersOf(version);
  const [least = 0, leastMinor = 0] = numbersOf(engines.node);
  if (major > least || (major === least && minor >= leastMinor)) return undefined;
  return `${name} needs Node ${least}.${leastMinor} or newer, and this is ${version}; install a newer one.`;
};
