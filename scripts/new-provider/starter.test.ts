import { renderFiles } from '@amend/compiler/print';
import { modelOf, parseContract, readFile } from '@amend/compiler/read';
import { lintDocuments } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { mappingFile } from './mapping-file.ts';
import { readStart } from './options.ts';
import { readUserContract } from './user-contract.ts';

const text = readStart({ name: 'beta', version: 'v1', contract: undefined }, 'Beta');

test('the contract to begin with has no flaw', async () => {
  const [, rules = ''] = readFile('redocly.yaml').split(/^(?=plugins:)/m);
  const config = `extends: [recommended-strict]\n${rules.replace('packages/compiler/src/lint/plugin.ts', 'PLUGIN')}`;
  expect(rules).toContain('amend/facts-have-sources: error');
  expect(await lintDocuments({ beta: text }, config)).toEqual({ beta: [] });
});

test('the contract to begin with is generated from, and mapped', async () => {
  const contract = parseContract(
    { name: 'beta@v1', provider: 'beta', version: 'v1', path: 'specs/beta/v1.yaml' },
    text,
  );
  expect((await renderFiles(contract))['rules.ts']).toContain('userUpdate');
  const { rows } = mappingFile(contract, readUserContract(modelOf(contract)));
  expect([...rows.values()].map(({ code }) => code)).not.toContain('native');
  expect(text).not.toMatch(/PROVIDER|NAME/);
});
