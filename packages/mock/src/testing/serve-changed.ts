import { type ProviderName, providers } from 'amend/providers';
import { deriveProvider } from '../derived/derive-provider.ts';
import type { Fetch } from '../in-process.ts';
import { type Model, type ReadModel, readModel } from '../models.ts';
import { serveState } from './serve.ts';

const changed = async (name: string, change: (model: Model) => Model): Promise<ReadModel> => {
  const read = await readModel(name);
  return { ...read, model: change(read.model) };
};

/** A mock of one provider, by contracts that a test has changed; of other users than its fixtures it knows none. */
export const serveChanged = async (name: ProviderName, change: (model: Model) => Model): Promise<Fetch> => {
  const sources = Object.entries(providers[name].contracts).map(async ([version, { validators }]) => ({
    name: `${name}@${version}`,
    validators: await validators(),
    read: (contract: string) => changed(contract, change),
  }));
  return (await serveState(await deriveProvider(name, await Promise.all(sources)))).fetch;
};
