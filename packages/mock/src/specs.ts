import { pathToFileURL } from 'node:url';

// Not by `new URL(..., import.meta.url)`, which bundlers and tests with a browser's globals take for an asset.
const folder = (path: string): URL => pathToFileURL(`${import.meta.dirname}/${path}/`) as URL;

/** The repository's folder of contracts. */
export const specs: URL = folder('../../../specs');

/** Where the build puts them, as JSON; beside the sources there is no such folder. */
export const compiled: URL = folder('specs');

/** The mock's own contract. */
export const controlContract: URL = pathToFileURL(`${import.meta.dirname}/../control.yaml`) as URL;
