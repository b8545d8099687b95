import type { Operation, Property } from './openapi.ts';

const holds = (name: string, text: string): boolean => name.toLowerCase().includes(text.trim().toLowerCase());

/** The properties whose name holds a text, or within which there is one. */
export const namedIn = (of: readonly Property[], text: string): readonly Property[] =>
  of.filter(({ name, inner }) => holds(name, text) || namedIn(inner, text).length > 0);

/** Everything that an operation takes and answers. */
const propertiesIn = ({ parameters, body, answers }: Operation): readonly Property[] => [
  ...parameters,
  ...[body, ...answers.map(([, answer]) => answer)].flatMap(
    (each) => each?.forms.flatMap(({ properties }) => properties) ?? [],
  ),
];

/** The operations that have such a name themselves, or within them. */
export const operationsNamed = (operations: readonly Operation[], text: string): readonly Operation[] =>
  operations.filter((each) => holds(`${each.id} ${each.path}`, text) || namedIn(propertiesIn(each), text).length > 0);
