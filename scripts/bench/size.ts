import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contracts } from '@amend/compiler/read';
import { build } from 'esbuild';
import { type GeneratorName, generatorNames, prepareGenerator } from './generators.ts';
import { installPeers } from './peers.ts';
import type { Aim, Report, Row } from './report.ts';
import { runNode } from './run-node.ts';
import { inScratch, root } from './scratch.ts';

/** What a page would load, and a text that must be in it. */
interface Bundle {
  readonly name: string;
  readonly code: string;
  readonly holds: string;
  readonly aim?: Aim;
}

const one = { atMost: 8000 };
const machnet = 'ours, machnet';

const ours: readonly Bundle[] = [
  { name: machnet, code: "export { createMachnet } from '@amend/machnet'", holds: '/users/{user_id}/kyc', aim: one },
  { name: 'ours, ingo', code: "export { createIngo } from '@amend/ingo'", holds: '/user/create', aim: one },
  { name: 'ours, stilt', code: "export { createStilt } from '@amend/stilt'", holds: '/users/{user_id}', aim: one },
  { name: 'ours, hpay', code: "export { createHpay } from '@amend/hpay'", holds: '/api/v1/users/create/', aim: one },
];

/** Planning and sending for one kind of user, without the client. */
const planning: readonly Bundle[] = [
  ['machnet', 'machnetIndividual', 'mobile_phone'],
  ['ingo', 'ingoUser', 'phone_number'],
  ['stilt', 'stiltUser', 'zip'],
  ['hpay', 'hpayUser', 'app_user_id'],
].map(([provider, resource, holds = '']) => ({
  name: `amend, ${provider}`,
  code: `export { plan, send } from 'amend'; export { ${resource} } from 'amend/${provider}'`,
  holds,
  aim: { atMost: 10_000 },
}));

const bundles: readonly Bundle[] = [
  ...ours,
  ...planning,
  { name: 'ours, all', code: ours.map(({ code }) => code).join(';'), holds: '/user/create', aim: { atMost: 16_000 } },
  { name: 'openapi-fetch', code: "export { default } from 'openapi-fetch'", holds: 'application/json' },
  { name: 'axios', code: "export { default } from 'axios'", holds: 'application/json' },
];

/** The client that another generator makes of Machnet's contract. */
const generated = async (generator: GeneratorName, validators: boolean, folder: string): Promise<Bundle> => {
  const name = `${generator}, machnet${validators ? '' : ', no validators'}`;
  const spec = join(root, contracts.find((contract) => contract.name === 'machnet@v4')?.path ?? '');
  const output = join(folder, name);
  const { command, modules } = prepareGenerator(generator, folder, [{ name, spec, output }], validators);
  await runNode(command, folder);
  const code = modules.map((module) => `export * from ${JSON.stringify(join(output, module))}`).join(';');
  return { name, code, holds: '/users/' };
};

/** The bytes of a minified bundle for browsers, as small as gzip makes them. */
const measure = async ({ name, code, holds, aim }: Bundle): Promise<Row> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(root, 'scripts') },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['amend-source'],
    // For zod, which the other generators' validators import.
    nodePaths: [join(installPeers(), 'node_modules')],
    write: false,
  });
  const text = outputFiles.map((file) => file.text).join('');
  if (!text.includes(holds)) throw new Error(`The bundle of ${name} does not hold ${holds}.`);
  return { name, value: gzipSync(text, { level: 9 }).byteLength, ...(aim && { aim }) };
};

/** How large the clients are in a page, validators included. */
export const size = (): Promise<Report[]> =>
  inScratch(async (folder) => {
    const peers: Bundle[] = [];
    for (const generator of generatorNames)
      for (const validators of [true, false]) peers.push(await generated(generator, validators, folder));
    const rows: Row[] = [];
    for (const bundle of [...bundles, ...peers]) rows.push(await measure(bundle));
    const bytes = (name: string): number => rows.find((row) => row.name === name)?.value ?? Number.NaN;
    const ratios = rows
      .slice(ours.length + planning.length + 1)
      .map(({ name }) => ({ name: `${machnet} / ${name}`, value: bytes(machnet) / bytes(name) }));
    return [{ title: 'a client in the browser, minified and gzipped', unit: 'bytes', rows, ratios }];
  });
