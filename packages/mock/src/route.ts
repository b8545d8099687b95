import type { Operation } from './contract.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Service } from './service.ts';

/** Where a request goes. */
export interface Route {
  readonly service: Service;
  readonly engine: Engine;
  /** What is left of the path, as the contract knows it. */
  readonly path: string;
  /** Nothing if the contract has no such path or method. */
  readonly operation: Operation | undefined;
  /** In upper case, the methods that the path takes, where this one is none of them. */
  readonly methods: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const parameterOf = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1];

/** The parameters of a path that fits a template. */
const matchPath = (template: readonly string[], path: readonly string[]): Record<string, string> | undefined => {
  if (template.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    const value = decode(path[index] ?? '');
    const name = parameterOf(segment);
    if (name !== undefined && value !== '') params[name] = value;
    else if (segment !== value) return undefined;
  }
  return params;
};

/** Whether a path has the form of a template, whatever stands for its parameters. */
const fits = (template: readonly string[], path: readonly string[]): boolean =>
  template.length === path.length &&
  template.every((segment, index) => parameterOf(segment) !== undefined || segment === decode(path[index] ?? ''));

/** The path as it should have been written: Prism throws at a wrong escape. */
const writePath = (template: readonly string[], params: Readonly<Record<string, string>>): string =>
  template.map((segment) => encodeURIComponent(params[parameterOf(segment) ?? ''] ?? segment)).join('/');

interface Target {
  readonly service: Service;
  readonly engine: Engine;
  readonly operations: readonly { readonly segments: readonly string[]; readonly operation: Operation }[];
}

const isTemplated = (path: string): boolean => path.includes('{');

const targetOf = (service: Service): Target => ({
  service,
  engine: createEngine(service),
  operations: service.contract.operations
    .map((operation) => ({ segments: operation.path.split('/'), operation }))
    // A path that stands as it is goes before one with a parameter.
    .toSorted((a, b) => Number(isTemplated(a.operation.path)) - Number(isTemplated(b.operation.path))),
});

/** Finds the contract and the operation by a path's prefix, with or without the base path of the contract's servers. */
export const createRouter = (services: readonly Service[]) => {
  const mounts = services
    .flatMap((service) => {
      const target = targetOf(service);
      const { prefix, basePaths } = service.contract;
      return [...new Set(['', ...basePaths])].map((basePath) => ({ at: prefix + basePath, target }));
    })
    .toSorted((a, b) => b.at.length - a.at.length);

  return (method: string, pathname: string): Route | undefined => {
    const mount = mounts.find(({ at }) => pathname === at || pathname.startsWith(`${at}/`));
    if (!mount) return undefined;
    const { service, engine, operations } = mount.target;
    const path = pathname.slice(mount.at.length) || '/';
    const segments = path.split('/');
    for (const { segments: template, operation } of operations) {
      const params = operation.method === method ? matchPath(template, segments) : undefined;
      if (params) return { service, engine, path: writePath(template, params), operation, methods: [], params };
    }
    const fitting = operations.filter((each) => fits(each.segments, segments));
    const methods = fitting.map(({ operation }) => operation.method);
    return { service, engine, path, operation: undefined, methods, params: {} };
  };
};
