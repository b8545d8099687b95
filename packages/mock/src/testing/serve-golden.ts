import { modelOf, parseContract, readFile } from '@amend/compiler/read';
import { goldenMembers } from '@amend/compiler/testing';
import { toReadModel } from '../../repository.ts';
import { deriveProvider } from '../derived/derive-provider.ts';
import type { Fetch } from '../in-process.ts';
import type { Model } from '../models.ts';
import { serveState } from './serve.ts';

/** A mock of the made-up provider with rules below the top level, by its contract as a test changes it; and that contract. */
export const serveGolden = async (change: (model: Model) => Model): Promise<{ fetch: Fetch; model: Model }> => {
  const text = readFile(goldenMembers.path);
  const model = modelOf(parseContract(goldenMembers, text));
  const read = async () => {
    const whole = toReadModel(model, () => text);
    return { ...whole, model: change(whole.model) };
  };
  const { fetch } = await serveState(await deriveProvider('golden', [{ name: goldenMembers.name, read }]));
  return { fetch, model };
};
