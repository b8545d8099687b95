import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { contracts } from '@amend/compiler/contracts';
import { readData } from './build-data.ts';
import { remember } from './build-fresh.ts';
import { page, readParts, readWhole } from './build-script.ts';

// Makes the page: `dist/pages`, a folder for any static server, and `dist/explorer.html`, the same as one file.

/** In bytes, compressed: what is loaded at first, and the most that a view asks for later: the largest contract. */
const budget = { first: 60_000, later: 35_000 };

const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);

const frame = readFileSync(`${page}index.html`, 'utf8');
const data = await readData();
const { texts, first, sources } = await readParts();
const preloads = first.slice(1).map((name) => `<link rel="modulepreload" href="${name}" />`);
const html = frame.replace('<script ', () => `${preloads.join('')}<script `);

const { 'data.json': list = '', ...documents } = data;
const largest = Math.max(...Object.values(documents).map((text) => sizeOf([text])));
const sizes = {
  first: sizeOf([html, texts['explorer.css'] ?? '', ...first.map((name) => texts[name] ?? '')]),
  later: sizeOf([list]) + largest,
};
for (const name of ['first', 'later'] as const)
  if (sizes[name] > budget[name]) {
    console.error(`What the page loads ${name} has ${sizes[name]} bytes, more than ${budget[name]}.`);
    process.exit(1);
  }

/** What stands between the tags of a script must not end it. */
const inScript = (text: string): string => text.replaceAll('</', String.raw`<\/`).replaceAll('<!--', String.raw`<\!--`);
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const single = async (): Promise<string> => {
  const { 'explorer.js': code = '', 'explorer.css': style = '' } = (await readWhole()).texts;
  const script = inScript(code);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    'connect-src http://127.0.0.1:*',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const files = Object.entries(data).map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  return frame
    .replace('<meta name', () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name`)
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace(
      /<script [^>]*><\/script>/,
      () => `<script id="files" type="application/json">{${inScript(files.join(','))}}</script>`,
    )
    .replace('</body>', () => `<script type="module">${script}</script></body>`);
};

const dist = fileURLToPath(new URL('dist/', import.meta.url));
rmSync(`${dist}pages`, { recursive: true, force: true });
for (const [name, text] of Object.entries({ ...data, ...texts, 'index.html': html })) {
  const path = join(dist, 'pages', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
writeFileSync(`${dist}explorer.html`, await single());
const root = fileURLToPath(new URL('../../', import.meta.url));
const own = ['build', 'build-data', 'build-script'].map((name) => join(root, `packages/explorer/${name}.ts`));
remember([
  ...sources,
  ...own,
  `${page}index.html`,
  ...contracts.map(({ path }) => root + path),
  `${root}pnpm-lock.yaml`,
]);
console.log(`explorer: ${sizes.first} bytes at first, ${sizes.later} later`);
