import { existsSync } from 'node:fs';

const own = new URL('specs/', import.meta.url);

/** The folder of the contracts: the package's own copy where it is installed, else the repository's. */
export const specs: URL = existsSync(own) ? own : new URL('../../../specs/', import.meta.url);
