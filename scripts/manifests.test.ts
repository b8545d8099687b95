import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contracts, readContract } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';

// What npm shows of a package, and what somebody finds who has no copy of this repository.

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

const { homepage }: { homepage: string } = JSON.parse(read('package.json'));
const packages = readdirSync(`${root}packages`)
  .map((name) => ({ name, manifest: JSON.parse(read(`packages/${name}/package.json`)) }))
  .filter(({ manifest }) => !manifest.private);

/** The anchor of each heading, as GitHub makes it. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** What is wrong with a link; nothing if it leads somewhere. */
const flawOf = (link: string): string | undefined => {
  if (!link.startsWith(homepage)) return link.startsWith('https://') ? undefined : 'is relative';
  const [, kind, path = '', anchor] =
    /^\/(tree|blob)\/main\/([^#]+)(?:#(.+))?$/.exec(link.slice(homepage.length)) ?? [];
  if (!kind || !existsSync(root + path)) return 'leads nowhere';
  return anchor && !anchorsOf(read(path)).includes(anchor) ? 'has no such heading' : undefined;
};

describe.each(packages)('$name', ({ name, manifest }) => {
  test('says where it comes from', () => {
    expect(manifest).toMatchObject({
      keywords: expect.arrayContaining([expect.stringMatching(/./)]),
      homepage: `${homepage}/tree/main/packages/${name}#readme`,
      bugs: `${homepage}/issues`,
      repository: { type: 'git', url: `git+${homepage}.git`, directory: `packages/${name}` },
    });
  });

  test('shows its package file to who asks for it', () => {
    if (manifest.exports === undefined) return expect(manifest.publishConfig.bin).toBeDefined();
    for (const { exports } of [manifest, manifest.publishConfig])
      expect(exports['./package.json']).toBe('./package.json');
  });

  test('its README links to what is there, from anywhere', () => {
    const readme = read(`packages/${name}/README.md`);
    const links = [...readme.matchAll(/\]\(([^)\s#][^)\s]*)\)|^\[[^\]]+\]: (\S+)$/gm)].map(
      ([, inline, own]) => inline ?? own,
    );
    expect(links.flatMap((link = '') => (flawOf(link) ? [`${link} ${flawOf(link)}`] : []))).toEqual([]);
    // One that is defined nowhere is shown with its brackets.
    const defined = [...readme.matchAll(/^\[([^\]]+)\]: /gm)].map(([, label]) => label);
    const prose = readme.replaceAll(/^```[\s\S]*?^```|^\[[^\]]+\]: .*$|`[^`]*`/gm, '');
    const used = [...prose.matchAll(/\[([^\]]+)\](?!\()/g)].map(([, label = '']) => label.replaceAll(/\s+/g, ' '));
    expect(used.filter((label) => !defined.includes(label))).toEqual([]);
  });
});

test.each(contracts)('the package of $name holds the contract as JSON', ({ name, provider, version }) => {
  const { exports } = JSON.parse(read(`packages/${provider}/package.json`));
  const path = exports[`./${version}/openapi.json`]['amend-source'];
  expect(JSON.parse(read(`packages/${provider}/${path}`))).toEqual(readContract(name));
});
