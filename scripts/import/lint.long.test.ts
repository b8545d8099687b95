import { readFile } from '@amend/compiler/read';
import { lintDocuments } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { ownFiles } from '../new-provider/plan-files.ts';
import { acme, decideAll, importText } from './testing.ts';

test('what is made has no flaw, once everything is decided, and before that one for each question', async () => {
  const [, rules = ''] = readFile('redocly.yaml').split(/^(?=plugins:)/m);
  const config = `extends: [recommended-strict]\n${rules.replace('packages/compiler/src/lint/plugin.ts', 'PLUGIN')}`;
  expect(rules).toContain('amend/facts-have-sources: error');
  const first = await importText(acme, ['--page', 'https://acme.example/docs']);
  const decided = await importText(acme, [], decideAll(first.decisions));
  const { files } = ownFiles({ name: 'beta', version: 'v1', contract: undefined });
  const texts = { open: first.contract, decided: decided.contract, beta: files['specs/beta/v1.yaml'] ?? '' };
  const { open, ...others } = await lintDocuments(texts, config);
  expect(others).toEqual({ decided: [], beta: [] });
  expect(open.filter((line) => line.startsWith('amend/nothing-undecided'))).toHaveLength(first.open.length);
});
