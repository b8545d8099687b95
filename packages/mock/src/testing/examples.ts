import { type Contract, loadContract } from '../contract.ts';
import { type Fields, isFields } from '../json.ts';
import { providers } from '../providers.ts';
import { resolve } from '../schema.ts';

/** An operation with the bodies of its request examples. */
export interface RequestExamples {
  readonly contract: Contract;
  readonly provider: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly bodies: readonly unknown[];
}

const bodiesOf = ({ document }: Contract, path: string, method: string): readonly unknown[] => {
  const item = (document.paths as Fields)[path] as Fields;
  const { requestBody } = item[method.toLowerCase()] as Fields;
  const content = resolve(document, requestBody).content as Fields | undefined;
  const json = content?.['application/json'];
  const examples = isFields(json) && isFields(json.examples) ? Object.values(json.examples) : [];
  return examples.map((example) => resolve(document, example).value);
};

const sources = providers.flatMap(({ name, contracts }) => contracts.map((source) => ({ name, source })));

/** Every operation of every contract, with what its contract shows of its requests. */
export const requestExamples: readonly RequestExamples[] = (
  await Promise.all(
    sources.map(async ({ name, source }) => {
      const contract = await loadContract(source);
      await contract.ready();
      return contract.operations.map(({ id, method, path }) => ({
        contract,
        provider: name,
        id,
        method,
        path,
        bodies: bodiesOf(contract, path, method),
      }));
    }),
  )
).flat();
