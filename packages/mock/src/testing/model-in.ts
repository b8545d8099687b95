import { modelOf, parseContract } from '@amend/compiler/read';
import { toReadModel } from '../../repository.ts';
import type { ReadModel } from '../models.ts';

/** Reads a contract that stands in a test. */
export const modelIn =
  (document: object) =>
  async (name: string): Promise<ReadModel> => {
    const [provider = '', version = ''] = name.split('@');
    const text = JSON.stringify({ openapi: '3.1.0', info: { title: name, version: '1' }, ...document });
    return toReadModel(modelOf(parseContract({ name, provider, version, path: `${name}.yaml` }, text)), () => text);
  };
