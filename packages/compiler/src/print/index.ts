export { renderFiles, renderProvider } from './render-contract.ts';
export { renderRules } from './rules.ts';
export { renderTypes } from './types.ts';
export { validationSchemas } from './validation-schemas.ts';
