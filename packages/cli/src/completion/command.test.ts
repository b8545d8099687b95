import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { providerNames } from 'amend/providers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../commands.ts';
import { amend } from '../testing/fake-io.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'amend-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));

const scriptOf = async (shell: string): Promise<string> => {
  const { code, out, err } = await amend(['completion', shell]);
  expect([code, err]).toEqual([0, '']);
  const path = join(folder, shell);
  writeFileSync(path, `${out}\n`);
  return path;
};

/** What a real shell offers for the last of some words. */
const offers: Readonly<Record<string, (script: string, words: readonly string[]) => Promise<string>>> = {
  bash: async (script, words) => {
    const line = `source ${script}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _amend; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return (await run('bash', ['--norc', '-c', line, 'bash', ...words])).stdout;
  },
  fish: async (script, words) =>
    (await run('fish', ['--no-config', '-c', `source ${script}; complete -C ${JSON.stringify(words.join(' '))}`]))
      .stdout,
};

/** zsh completes in its line editor alone: one within a terminal of its own, which tells what the line is then. */
const zsh = `
zmodload zsh/zpty
zpty inner "zsh -f -i"
zpty -w inner "PROMPT= RPROMPT= ; autoload -Uz compinit; compinit -D -u; source $1"
zpty -w inner 'show() { zle expand-or-complete; print -r -- "<$BUFFER>"; BUFFER=; }; zle -N show; bindkey "^T" show'
zpty -w inner 'stty -echo; print -r -- rea""dy'
zpty -r inner out '*ready*'
for line in "\${@:2}"; do
  zpty -w -n inner "$line"$'\\x14'
  zpty -r inner out '*<*>*'
  print -r -- "$out"
done
zpty -d inner`;

/** CI installs them all; elsewhere, those that are there are tried. */
const isMissing = (shell: string): boolean => spawnSync(shell, ['--version']).error !== undefined;

describe.each(['bash', 'fish'])('%s', (shell) => {
  let script = '';
  beforeAll(async () => {
    script = await scriptOf(shell);
  });

  test.skipIf(isMissing(shell)).each<[words: string[], offered: readonly string[], notOffered: string[]]>([
    [['amend', ''], commands.map(({ name }) => name), ['machnet']],
    [['amend', 'pl'], ['plan'], ['fields']],
    [['amend', 'fields', '--st'], ['--status'], ['--type']],
    [
      ['amend', 'fields', '--status', ''],
      ['verified', 'SUSPENDED'],
      ['machnet', '--json'],
    ],
    [['amend', 'fields', '--type', 'b'], ['business'], ['individual']],
    [['amend', 'plan', 'ma'], ['machnet'], ['hpay']],
    [['amend', 'update', ''], providerNames, ['plan']],
    [['amend', 'update', '--on-locked', 's'], ['skip'], ['refuse']],
    [['amend', 'mock', '--only', ''], providerNames, ['--port']],
    [['amend', 'matrix', '--format', 's'], ['svg'], ['json']],
    [['amend', 'completion', 'f'], ['fish'], ['bash']],
    [['amend', 'update', '--set', 'fir'], [], ['first', 'machnet', '--set']],
  ])('%j', async (words, offered, notOffered) => {
    const found = (await offers[shell]?.(script, words))?.split('\n').map((line) => line.split('\t')[0]) ?? [];
    expect(found).toEqual(expect.arrayContaining([...offered]));
    for (const word of notOffered) expect(found).not.toContain(word);
  });
});

test.skipIf(isMissing('zsh'))('zsh', async () => {
  const lines = {
    'amend pl': 'amend plan ',
    'amend fields --st': 'amend fields --status ',
    'amend fields --type b': 'amend fields --type business ',
    'amend fields --status SUS': 'amend fields --status SUSPENDED ',
    'amend plan ma': 'amend plan machnet ',
    'amend mock --only ma': 'amend mock --only machnet ',
    'amend completion f': 'amend completion fish ',
  };
  const { stdout } = await run('zsh', ['-f', '-c', zsh, 'zsh', await scriptOf('zsh'), ...Object.keys(lines)]);
  expect([...stdout.matchAll(/<(.*)>/g)].map(([, line]) => line)).toEqual(Object.values(lines));
});

test.each([
  [['completion'], 'amend: name one shell: bash, zsh, fish.'],
  [['completion', 'bash', 'zsh'], 'amend: name one shell: bash, zsh, fish.'],
  [['completion', 'bsh'], 'amend: unknown shell bsh; did you mean bash?'],
])('%j is wrong usage', async (args, says) => {
  const { code, out, err } = await amend(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
});
