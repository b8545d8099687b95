import { camelCase } from './camel-case.ts';
import type { OpenApi, Parameter } from './openapi.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { resolve } from './references.ts';

/** The parameters that are written out in a path or in an operation, and where. */
const inlineParameters = ({ paths }: OpenApi): [Parameter, Path][] =>
  Object.entries(paths).flatMap(([path, { parameters = [], ...operations }]) => [
    ...parameters.map((parameter, index): [Parameter, Path] => [parameter, ['paths', path, 'parameters', index]]),
    ...Object.entries(operations).flatMap(([method, operation]) =>
      (operation.parameters ?? []).map((parameter, index): [Parameter, Path] => [
        parameter,
        ['paths', path, method, 'parameters', index],
      ]),
    ),
  ]);

/** The names of the headers on the wire, by the names of the components that declare them. */
export const headersOf = ({ document, fail }: LoadedContract): Record<string, string> => {
  const headers: Record<string, string> = {};
  const add = (component: string, wireName: string, at: Path): void => {
    const name = camelCase(component);
    if ((headers[name] ?? wireName) !== wireName) fail(at, `Another header is called ${name} too.`);
    headers[name] = wireName;
  };
  const { securitySchemes = {}, parameters = {} } = document.components ?? {};
  for (const [name, scheme] of Object.entries(securitySchemes))
    if (scheme.type === 'apiKey' && scheme.in === 'header')
      add(name, scheme.name ?? '', ['components', 'securitySchemes', name]);
  for (const [name, parameter] of Object.entries(parameters)) {
    const { in: place, name: wireName } = resolve(document, parameter);
    if (place === 'header') add(name, wireName, ['components', 'parameters', name]);
  }
  const known = new Set(Object.values(headers));
  for (const [parameter, at] of inlineParameters(document))
    if (parameter.in === 'header' && !known.has(parameter.name))
      fail(at, 'A header must be declared in components.parameters: its name there names it in the code.');
  return headers;
};
