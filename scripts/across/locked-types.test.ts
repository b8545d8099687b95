import { locks } from '@amend/contract';
import { fieldsFor } from 'amend';
import { providers } from 'amend/providers';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';

// Of each field of each update, in each status: the type of a patch locks what a form locks, and in the same words.

const statuses = ['verified', 'unverified', 'unknown'] as const;
const sentence = new RegExp(`^\\S+ (?:${Object.values(locks).join('|')})`);

const head = `
import type { Locked, PatchFor } from './patch-for.ts';
type Found<Of, Path> = Path extends \`\${infer Group}.\${infer Part}\`
  ? Group extends keyof Of ? Found<NonNullable<Of[Group]>, Part> : never
  : Path extends keyof Of ? NonNullable<Of[Path]> : never;
type Told<Value> = [Value] extends [Locked<infer Sentence>] ? Sentence : 'open';
declare const told: <A, S, Path>() => Told<Found<PatchFor<A, S>, Path>>;
`;

const linesOf = async (name: string): Promise<string[]> => {
  const users = await providers[name as keyof typeof providers].users();
  return Object.entries(users).flatMap(([type, operations]) =>
    Object.entries(operations).flatMap(([verb, operation]) =>
      operation.rules
        ? statuses.flatMap((status) =>
            fieldsFor(operation, status)
              .filter(({ field }) => !field.startsWith('native.'))
              .map(({ field, editable, reason }) => {
                const said = editable ? 'open' : sentence.exec(reason)?.[0];
                const subject = `typeof ${name}['${type}']['${verb}']`;
                return `told<${subject}, '${status}', '${field}'>() satisfies '${said}';`;
              }),
          )
        : [],
    ),
  );
};

test('the type of a patch says of each field what a form says', async () => {
  const names = Object.keys(providers);
  const lines = (await Promise.all(names.map(linesOf))).flat();
  const imports = names.map((name) => `import { users as ${name} } from './providers/${name}.ts';`);
  expect(lines.length).toBeGreaterThan(150);
  expect(lines.some((line) => line.includes('can never change'))).toBe(true);
  const wrong = lines.map((line) => line.replace(/satisfies '.*'/, "satisfies 'another'"));
  const [errors, all] = compile([lines, wrong].map((each) => ({ 'told.ts': [...imports, head, ...each].join('\n') })));
  expect(errors).toEqual([]);
  // And the comparison can fail: at each of them.
  expect(all).toHaveLength(lines.length);
});
