import type { ContractModel } from '@amend/contract';

/** Every value that stands under this name. */
const valuesUnder = (name: string, node: unknown): readonly unknown[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, child]) => [...(key === name ? [child] : []), ...valuesUnder(name, child)]);

/** The examples in the schemas of all properties of this name. */
const examplesOf = (name: string, document: unknown): readonly unknown[] =>
  valuesUnder('properties', document).flatMap((properties) => {
    const property = Object(properties)[name];
    return Array.isArray(property?.examples) ? property.examples : [];
  });

/** All that a contract shows under a name; what an importer has made up shows nothing. */
export const valuesNamed = ({ operations, document }: ContractModel, name: string): readonly unknown[] => {
  const shown = operations.flatMap(({ body, answers }) =>
    [body?.examples, ...Object.values(answers)].flatMap((named) =>
      Object.entries(named ?? {}).flatMap(([example, value]) => (example.startsWith('madeUp') ? [] : [value])),
    ),
  );
  return [...valuesUnder(name, shown), ...examplesOf(name, document)];
};

/** What a contract says of all properties of a name. */
export const saidOf = ({ document }: ContractModel, name: string): string =>
  valuesUnder('properties', document)
    .map((properties) => Object(properties)[name]?.description)
    .filter((said) => typeof said === 'string')
    .join(' ');
