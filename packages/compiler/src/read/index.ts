export { camelCase } from './camel-case.ts';
export { cutCircles } from './circles.ts';
export { ContractError } from './contract-error.ts';
export { type FoundOperation, operationsOf, requestSchema, responseSchemas } from './contract-operations.ts';
export {
  type Contract,
  contracts,
  contractsIn,
  type Json,
  type JsonObject,
  readContract,
  readFile,
} from './contracts.ts';
export { modelOf, readModel } from './model.ts';
export type { Body, OpenApi, Operation, Parameter, Schema } from './openapi.ts';
export { parseYaml } from './parse-yaml.ts';
export { type LoadedContract, loadContract, parseContract } from './read-contract.ts';
export { parseReference, resolve } from './references.ts';
export { rememberFrom } from './remember.ts';
export { updateRulesOf } from './update-rules.ts';
export { vocabulary } from './vocabulary.ts';
export { webhookSchemas } from './webhooks.ts';
