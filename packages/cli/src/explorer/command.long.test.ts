import { expect, test } from 'vitest';
import type { Io } from '../command.ts';
import { amend } from '../testing/fake-io.ts';

const run = async (...args: string[]) => {
  let files: Parameters<Io['writeFolder']>[1] = {};
  const writeFolder: Io['writeFolder'] = async (_, written) => {
    files = written;
  };
  const left = await amend(['explorer', ...args], { writeFolder });
  return { ...left, names: Object.keys(files), textOf: (name: string) => new TextDecoder().decode(files[name]) };
};

test('the page, what it loads, the same as one file, and the documentation', async () => {
  const { code, out, err, names, textOf } = await run('--out', 'site');
  expect([code, err]).toEqual([0, '']);
  for (const name of ['index.html', 'explorer.js', 'explorer.css', 'data.json', 'explorer.html', 'llms.txt'])
    expect(names).toContain(name);
  expect(out).toBe(
    `${names.length} files in site: index.html is the page, for any web server; explorer.html is the same as one file.`,
  );
  const page = textOf('index.html');
  // No server of static files sends it.
  expect(page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1]).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  expect(page.indexOf('http-equiv')).toBeLessThan(page.search(/<script|<link/));
  const [, help = ''] = /<link rel="help" href="([^"]+)"/.exec(page) ?? [];
  expect(names).toContain(help);
  expect(textOf('explorer.html').match(/http-equiv="Content-Security-Policy"/g)).toHaveLength(1);
});

test('as JSON', async () => {
  const { out, names } = await run('--out', 'site', '--json');
  expect(JSON.parse(out)).toEqual({ folder: 'site', files: names });
});

test('a folder that cannot be written is wrong usage', async () => {
  const writeFolder = () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
  const { code, err } = await amend(['explorer', '--out', '/root/site'], { writeFolder });
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('/root/site cannot be written (EACCES); name another folder.'),
  ]);
});
