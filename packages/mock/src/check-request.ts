import type { Credential, ParameterCheck } from './checks.ts';
import { wrongsOf } from './checks.ts';
import type { Operation } from './contract.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './validate.ts';

/** A request for an operation, with its credentials. */
export interface CheckedRequest {
  /** The parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const isShown =
  ({ headers, query }: CheckedRequest) =>
  ({ in: place, name, scheme }: Credential): boolean => {
    if (place === 'query') return Boolean(query[name]);
    if (place === 'cookie')
      return (headers.cookie ?? '')
        .split(';')
        .some((pair) => pair.trim().startsWith(`${name}=`) && !pair.endsWith('='));
    const value = headers[name];
    return scheme === undefined ? Boolean(value) : new RegExp(`^${scheme}\\s.`, 'i').test(value ?? '');
  };

/** Whether credentials are there; whose they are is not looked at. */
export const hasCredentials = ({ checks: { security } }: Operation, request: CheckedRequest): boolean =>
  security.length === 0 || security.some((together) => together.every(isShown(request)));

const parameterProblems = (
  { place, names, lists, check }: ParameterCheck,
  { params, query, headers }: CheckedRequest,
): readonly Problem[] => {
  const given = { path: params, query, header: headers }[place];
  const values = names.flatMap((name) => {
    const value = given[name];
    // What is empty is not there.
    if (!value) return [];
    if (lists[name] === undefined) return [[name, value]];
    return [[name, lists[name] === 'each' ? [value].flat() : [value].flat().join().split(',')]];
  });
  return wrongsOf(check, Object.fromEntries(values)).map(({ field, ...problem }) => ({
    ...problem,
    field: `${place}${field.replaceAll('/', '.')}`,
  }));
};

const bodyProblems = ({ validators, checks: { body } }: Operation, value: unknown): readonly Problem[] => {
  if (validators) return problemsOf(validators.request ?? [], value);
  if (value === undefined) return body?.required ? [{ field: '', rule: 'required', message: 'is required' }] : [];
  return body ? wrongsOf(body.check, value) : [];
};

const emptyProblems = ({ params }: CheckedRequest): readonly Problem[] =>
  Object.entries(params)
    .filter(([, value]) => value === '')
    .map(([name]) => ({ field: `path.${name}`, rule: 'required', message: 'must not be empty' }));

/** What the contract has against a request: its parameters, and its body. */
export const requestProblems = (operation: Operation, request: CheckedRequest): readonly Problem[] => [
  ...emptyProblems(request),
  ...operation.checks.parameters.flatMap((parameters) => parameterProblems(parameters, request)),
  ...bodyProblems(operation, request.body),
];
