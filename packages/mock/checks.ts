import { ContractError } from '@amend/compiler/contract-error';
import type { Credential, OperationChecks } from './src/checks.ts';
import type { PrismOperation } from './src/prism.ts';

// What the mock holds requests and answers against, from Prism's reading of a contract and as Prism would do it.

type Schema = Readonly<Record<string, unknown>>;
type Parameter = NonNullable<NonNullable<PrismOperation['request']>['query']>[number];

const isAnnotation = (keyword: string): boolean =>
  /^(?:x-.*|\$schema|title|description|examples?|default|deprecated|readOnly|writeOnly|xml|externalDocs)$/.test(
    keyword,
  );

const byName = /^(?:properties|patternProperties|definitions|\$defs|dependencies|dependentSchemas)$/;
const below =
  /^(?:items|additionalItems|additionalProperties|not|if|then|else|contains|propertyNames|(?:all|any|one)Of)$/;

/** A schema without what only describes. */
const bare = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword));
  return Object.fromEntries(
    entries.map(([keyword, value]) => {
      if (byName.test(keyword))
        return [keyword, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bare(each)]))];
      return [keyword, below.test(keyword) ? bare(value) : value];
    }),
  );
};

/** What a schema may say and still take any text. */
const takesAnyText = ({ schema = {}, required = false }: Parameter, isInPath: boolean): boolean =>
  (!required || isInPath) &&
  Object.entries(bare(schema) as Schema).every(([keyword, value]) => keyword === 'type' && value === 'string');

const typesOf = ({ schema }: Parameter): readonly unknown[] => [(schema as Schema | undefined)?.type].flat();

const credentialOf = (name: string, scheme: NonNullable<PrismOperation['security']>[number][number]): Credential => {
  if (scheme.type === 'apiKey')
    return { in: scheme.in, name: scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name };
  if (scheme.type === 'http') return { in: 'header', name: 'authorization', scheme: scheme.scheme };
  if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect')
    return { in: 'header', name: 'authorization', scheme: 'Bearer' };
  throw new ContractError(`${name}: the mock knows no security of the type ${scheme.type}.`);
};

/** Makes the check of a schema, with numbers read from texts or without. */
type Make<C> = (schema: unknown, readsTexts: boolean) => C;

type Made<C> = {
  readonly [Id in string]: Omit<OperationChecks, 'parameters' | 'body' | 'answers'> & {
    readonly parameters: readonly (Omit<OperationChecks['parameters'][number], 'check'> & { readonly check: C })[];
    readonly body?: { readonly required: boolean; readonly check: C };
    readonly answers: Readonly<Record<string, C | null>>;
  };
};

const parametersOf = <C>(operation: PrismOperation, bundle: object, make: Make<C>) => {
  const { path = [], query = [], headers = [] } = operation.request ?? {};
  const places = { path, query, header: headers } as Readonly<
    Record<'path' | 'query' | 'header', readonly Parameter[]>
  >;
  return Object.entries(places).flatMap(([place, all]) => {
    // How an object stands in an address has too many ways; the mock takes what comes.
    const checked = all.filter((parameter) => !typesOf(parameter).includes('object'));
    if (checked.every((parameter) => takesAnyText(parameter, place === 'path'))) return [];
    const nameOf = ({ name }: Parameter) => (place === 'header' ? name.toLowerCase() : name);
    const lists = checked.filter((parameter) => typesOf(parameter).includes('array'));
    const schema = {
      type: 'object',
      properties: Object.fromEntries(checked.map((parameter) => [nameOf(parameter), bare(parameter.schema ?? {})])),
      required: checked.filter(({ required }) => required).map(nameOf),
      ...bundle,
    };
    return [
      {
        place: place as 'path' | 'query' | 'header',
        names: checked.map(nameOf),
        lists: Object.fromEntries(
          lists.map((each) => [nameOf(each), place === 'query' && each.explode !== false ? 'each' : 'commas'] as const),
        ),
        check: make(schema, true),
      },
    ];
  });
};

export interface CheckedContract {
  readonly name: string;
  readonly operations: readonly PrismOperation[];
  /** Whether generated validators check its requests. */
  readonly hasValidators: boolean;
}

/** The checks of a contract, each as it is made. */
export const checksOf = <C>({ name, operations, hasValidators }: CheckedContract, make: Make<C>): Made<C> =>
  Object.fromEntries(
    operations.map((operation) => {
      const bundled: unknown = Reflect.get(operation, '__bundled__');
      const bundle = bundled ? { __bundled__: bare(bundled) } : {};
      const inBundle = (schema: unknown): object => ({ ...(bare(schema) as object), ...bundle });
      const { body } = operation.request ?? {};
      const sent = hasValidators ? undefined : body?.contents?.[0]?.schema;
      return [
        operation.iid ?? '',
        {
          // Nothing of a certificate reaches the mock.
          security: (operation.security ?? []).map((together) =>
            together
              .filter((scheme) => String(scheme.type) !== 'mutualTLS')
              .map((scheme) => credentialOf(name, scheme)),
          ),
          parameters: parametersOf(operation, bundle, make),
          ...(sent && { body: { required: body?.required ?? false, check: make(inBundle(sent), false) } }),
          answers: Object.fromEntries(
            operation.responses.map(({ code, contents = [] }) => {
              const schema = contents[0]?.schema;
              return [code, schema ? make(inBundle(schema), false) : null];
            }),
          ),
        },
      ];
    }),
  );
