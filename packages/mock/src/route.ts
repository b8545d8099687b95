import type { Operation } from './contract.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Service } from './service.ts';

type Params = Readonly<Record<string, string>>;

/** Where a request goes. */
export interface Route {
  readonly service: Service;
  readonly engine: Engine;
  /** Nothing if the contract has no such path or method. */
  readonly operation: Operation | undefined;
  /** In upper case, the methods that the path takes, where this one is none of them. */
  readonly methods: readonly string[];
  readonly params: Params;
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** A segment of a template: texts, and between each two of them the name of a parameter. */
type Segment = readonly string[];

const segmentsOf = (path: string): readonly Segment[] =>
  path.split('/').map((segment) => segment.split(/\{([^{}]+)\}/));

/** The parameters of a segment that fits; each ends where the text after it comes first, and the last at the end. */
const matchSegment = ([start = '', ...rest]: Segment, value: string, shortest: 0 | 1): Params | undefined => {
  if (!value.startsWith(start)) return undefined;
  const params: Record<string, string> = {};
  let at = start.length;
  for (let index = 0; index < rest.length; index += 2) {
    const [name = '', text = ''] = rest.slice(index, index + 2);
    const end = index + 2 < rest.length ? value.indexOf(text, at + shortest) : value.length - text.length;
    if (end < at + shortest || !value.startsWith(text, end)) return undefined;
    params[name] = value.slice(at, end);
    at = end + text.length;
  }
  return at === value.length ? params : undefined;
};

/** The parameters of a path that fits a template. */
const matchPath = (template: readonly Segment[], path: readonly string[], shortest: 0 | 1): Params | undefined => {
  if (template.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    const matched = matchSegment(segment, path[index] ?? '', shortest);
    if (!matched) return undefined;
    Object.assign(params, matched);
  }
  return params;
};

/** A path that stands as it is goes before one with a parameter, and a parameter with a text beside it before one alone. */
const vagueness = (template: readonly Segment[]): number =>
  template.reduce((sum, parts) => sum + (parts.length === 1 ? 0 : parts.join('') === parts[1] ? 1_000 : 1), 0);

interface Target {
  readonly service: Service;
  readonly engine: Engine;
  readonly operations: readonly { readonly template: readonly Segment[]; readonly operation: Operation }[];
}

const targetOf = (service: Service): Target => ({
  service,
  engine: createEngine(service),
  operations: service.contract.operations
    .map((operation) => ({ template: segmentsOf(operation.path), operation }))
    .toSorted((a, b) => vagueness(a.template) - vagueness(b.template)),
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
    const segments = path.split('/').map(decode);
    // A path without a value for its parameter is an operation's too, as far as it is no other's.
    for (const shortest of [1, 0] as const)
      for (const { template, operation } of operations) {
        const params = operation.method === method ? matchPath(template, segments, shortest) : undefined;
        if (params) return { service, engine, operation, methods: [], params };
      }
    const fitting = operations.filter(({ template }) => matchPath(template, segments, 0));
    const methods = fitting.map(({ operation }) => operation.method);
    return { service, engine, operation: undefined, methods, params: {} };
  };
};
