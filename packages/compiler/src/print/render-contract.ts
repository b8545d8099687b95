import { type Contract, readFile } from '../read/contracts.ts';
import { modelOf } from '../read/model.ts';
import { type LoadedContract, parseContract } from '../read/read-contract.ts';
import { renderAnswers } from './answers.ts';
import { renderFacts } from './facts.ts';
import type { Files } from './folder.ts';
import { renderModel } from './model.ts';
import { renderOperations } from './operations.ts';
import { renderRules } from './rules.ts';
import { renderTypes } from './types.ts';
import { renderValidators } from './validators.ts';
import { renderWebhooks } from './webhooks.ts';

export const renderFiles = async (contract: LoadedContract): Promise<Files> => {
  const { code, declarations } = renderValidators(contract);
  const model = modelOf(contract);
  return {
    // For tools that read OpenAPI: the contract as it is, without YAML.
    'openapi.json': `${JSON.stringify(contract.document, null, 1)}\n`,
    'answers.ts': renderAnswers(contract, model),
    'facts.ts': renderFacts(contract, model),
    'model.ts': renderModel(contract, model),
    'operations.ts': renderOperations(contract, model),
    'rules.ts': renderRules(contract),
    'types.ts': await renderTypes(contract),
    'validators.d.ts': declarations,
    'validators.js': code,
    'webhooks.ts': renderWebhooks(contract, model),
  };
};

/** What is generated for one provider, one folder per version. */
export const renderProvider = async (contracts: Contract[]): Promise<Files> => {
  const files: Record<string, string> = {};
  for (const contract of contracts) {
    const rendered = await renderFiles(parseContract(contract, readFile(contract.path)));
    for (const [name, text] of Object.entries(rendered)) files[`${contract.version}/${name}`] = text;
  }
  return files;
};
