import type { Verification } from '@amend/contract';
import { type Fields, isFields } from '../json.ts';
import { type Node, resolve } from '../schema.ts';
import { usersAt } from './answer-way.ts';
import type { DerivedOperation } from './operation-kind.ts';

/** What a contract says of its users. */
export interface DerivedUser {
  /** The schemas of its properties. */
  readonly properties: Readonly<Record<string, Node>>;
  readonly required: readonly string[];
  /** The property by which a user is found. */
  readonly id: string;
  readonly verification: Verification | undefined;
  /** One whom the contract shows. */
  readonly example: Fields;
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const verificationOf = ({ 'x-verification': verification }: Node): Verification | undefined =>
  isFields(verification)
    ? {
        property: String(verification.property),
        verified: texts(verification.verified),
        unverified: texts(verification.unverified),
        unknown: texts(verification.unknown),
      }
    : undefined;

/** The last parameter of each path, which names a user where the path is one of a user. */
const parameters = (operations: readonly DerivedOperation[]): readonly string[] =>
  operations.flatMap(({ operation: { path } }) => path.match(/[^{}]+(?=\})/g)?.at(-1) ?? []);

/** @throws if no property can be the user's identifier, or no example shows a user. */
export const deriveUser = (document: Node, operations: readonly DerivedOperation[]): DerivedUser => {
  const schema = resolve(document, { $ref: '#/components/schemas/User' });
  const { properties: nodes = {} } = schema;
  const properties = Object.fromEntries(
    Object.entries(nodes as Fields).map(([name, node]) => [name, resolve(document, node)]),
  );
  const id = [...parameters(operations), 'id', 'uuid', 'user_id'].find((name) => Object.hasOwn(properties, name));
  if (id === undefined) throw new Error('its User has no id, and no property that a path names as a parameter.');
  const [example] = operations.flatMap(({ operation, way }) =>
    Object.values(operation.examples.get(operation.success) ?? {}).flatMap((answer) =>
      way ? usersAt(way, answer) : [],
    ),
  );
  if (!example) throw new Error('no example of an answer shows a User.');
  return { properties, required: texts(schema.required), id, verification: verificationOf(schema), example };
};
