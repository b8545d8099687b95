import { camelCase } from '../read/camel-case.ts';
import { operationsOf } from '../read/contract-operations.ts';
import type { LoadedContract, Path } from '../read/read-contract.ts';
import { type BodyRules, updateRulesOf } from '../read/update-rules.ts';
import { verificationOf } from '../read/verification.ts';
import { banner } from './banner.ts';
import { literal } from './literal.ts';

const updateKeys = ['x-updatable', 'x-updatable-items', 'x-effect', 'x-rules-documented'] as const;

const ofBodies = 'the bodies of operations with x-update';

const belongs: Partial<Record<(typeof updateKeys)[number], string>> = {
  'x-updatable': `${ofBodies}, to properties and to members of objects that are written out there`,
};

/** A rule that stands where no rule is read from would be dropped in silence. */
const checkPlaces = ({ document, fail }: LoadedContract, updates: BodyRules[]): void => {
  const updateNodes = new Set<unknown>(updates.flatMap(({ nodes }) => nodes));
  const memberNodes = new Set<unknown>(updates.flatMap(({ members }) => members));
  const isRead = (node: object, key: string): boolean =>
    updateNodes.has(node) || (key === 'x-updatable' && memberNodes.has(node));
  const schemas = new Set<unknown>(Object.values(document.components?.schemas ?? {}));
  const visit = (node: unknown, at: Path): void => {
    if (typeof node !== 'object' || node === null) return;
    const stray = updateKeys.find((key) => key in node && !isRead(node, key));
    if (stray) fail([...at, stray], `${stray} means nothing here: it belongs to ${belongs[stray] ?? ofBodies}.`);
    if ('x-verification' in node && !schemas.has(node))
      fail([...at, 'x-verification'], 'x-verification means nothing here: it belongs to a schema in components.');
    for (const [key, child] of Object.entries(node)) visit(child, [...at, key]);
  };
  visit(document.paths, ['paths']);
  visit(document.webhooks, ['webhooks']);
  visit(document.components, ['components']);
};

const checkUpdateKeys = (contract: LoadedContract): void => {
  const operations = operationsOf(contract).map(({ node }) => node);
  for (const { node, at } of operationsOf(contract)) {
    const after = node['x-after'];
    for (const key of ['x-after', 'x-settle'] as const)
      if (node[key] !== undefined && node['x-update'] === undefined)
        contract.fail([...at, key], `${key} means nothing here: it belongs to operations with x-update.`);
    if (after === undefined) continue;
    if (!operations.some(({ operationId }) => operationId === after))
      contract.fail([...at, 'x-after'], `${after} is no operation of this contract.`);
  }
};

const checkNames = ({ fail }: LoadedContract, updates: BodyRules[]): void => {
  const taken = new Set(['verification']);
  for (const { schemaName } of updates) {
    const name = camelCase(schemaName);
    if (taken.has(name))
      fail(['components', 'schemas', schemaName], `Another export of rules.ts is called ${name} too.`);
    taken.add(name);
  }
};

const tableOf = ({ schemaName, rules }: BodyRules): string => `
export const ${camelCase(schemaName)} = ${literal(rules)} as const satisfies UpdateRules<
  Writable<components['schemas']['${schemaName}']>
>;
`;

/** The text of `rules.ts`: what the provider's status words mean, and when each field of each update may be sent. */
export const renderRules = (contract: LoadedContract): string => {
  const verification = verificationOf(contract);
  const updates = updateRulesOf(contract);
  checkNames(contract, updates);
  checkPlaces(contract, updates);
  checkUpdateKeys(contract);
  const contractTypes = [...(updates.length > 0 ? ['UpdateRules'] : []), ...(verification ? ['Verification'] : [])];
  return [
    banner(contract),
    contractTypes.length > 0 && `import type { ${contractTypes.join(', ')} } from '@amend/contract';\n`,
    updates.length > 0 && "import type { components, Writable } from './types.ts';\n",
    verification && `\nexport const verification = ${literal(verification)} as const satisfies Verification;\n`,
    ...updates.map(tableOf),
    // Without any declaration the file would be no module.
    contractTypes.length === 0 && 'export {};\n',
  ]
    .filter(Boolean)
    .join('');
};
