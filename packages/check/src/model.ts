import type { ContractModel, ContractOperation, ContractUser, ResolvedSchema } from '@amend/contract';

/** The reading of a contract that `npm run generate` makes. */
export type Model = Omit<ContractModel, 'document'>;

/** All contracts of one provider as one. */
export interface Provider {
  readonly name: string;
  readonly models: readonly Model[];
  readonly operations: readonly ContractOperation[];
  readonly user: ContractUser & { readonly id: string };
  /** The properties that no two users share. */
  readonly unique: ReadonlySet<string>;
  /** The properties that tell kinds of users apart. */
  readonly marks: ReadonlySet<string>;
}

/** @throws {TypeError} where no contract says by what its users are found. */
export const providerOf = (name: string, models: readonly Model[]): Provider => {
  const user = models.find((model) => model.user?.id !== undefined)?.user;
  if (user?.id === undefined) throw new TypeError(`${name} cannot be checked: no contract says what a user's id is.`);
  const operations = models.flatMap((model) => model.operations);
  const properties = operations
    .flatMap(({ body }) => body?.schemas ?? [])
    .flatMap(({ schema }) => Object.entries(schema.properties ?? {}));
  const named = (isMeant: (schema: ResolvedSchema) => boolean): ReadonlySet<string> =>
    new Set(properties.flatMap(([property, schema]) => (isMeant(schema) ? [property] : [])));
  return {
    name,
    models,
    operations,
    user: { ...user, id: user.id },
    unique: named(({ unique }) => unique === true),
    marks: named((schema) => 'const' in schema),
  };
};
