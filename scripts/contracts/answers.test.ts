import { judgeAnswer } from '@amend/client/drift';
import { contracts, readModel } from '@amend/compiler/read';
import { providers } from 'amend/providers';
import { describe, expect, test } from 'vitest';

// What each contract shows of answers is what its table of answers knows, and nothing else passes for it.

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe.each(contracts)('$name', async ({ name, provider, version }) => {
  const list = providers[provider as keyof typeof providers];
  const { answers } = (await list.contracts[version]?.answers()) ?? {};
  const shown = readModel(name).operations.flatMap(({ id, answers: known }) =>
    Object.entries(known).flatMap(([status, examples]) =>
      Object.entries(examples).map(([example, body]) => ({ name: `${id} ${status} ${example}`, id, status, body })),
    ),
  );
  const judge = ({ id, status, body }: Omit<(typeof shown)[number], 'name'>) =>
    answers && judgeAnswer(answers, { operation: id, status: Number(status), type: 'application/json', body });

  test.each(shown)('$name', (answer) => {
    expect(judge(answer)).toEqual([]);
  });

  const objects = shown.filter(({ body }) => isObject(body));

  test.each(objects)('$name with a property that nobody knows', ({ body, ...answer }) => {
    const told = judge({ ...answer, body: { ...(body as object), of_no_contract: 1 } });
    expect(told).toMatchObject([{ kind: 'property', at: expect.stringMatching(/\/of_no_contract$/) }]);
  });

  test('a status that no operation documents', () => {
    for (const { id } of shown) expect(judge({ id, status: '418', body: {} })).toMatchObject([{ kind: 'status' }]);
  });
});
