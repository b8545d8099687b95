#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { stopWithNpm } from '@amend/mock/stop-with-npm';
import type { Io } from './command.ts';
import { readBytes } from './read-bytes.ts';
import { replaceFile } from './replace-file.ts';
import { replaceFolder } from './replace-folder.ts';
import { run } from './run.ts';

const stop = new AbortController();
let stoppedWith: number | undefined;
let isOutputLost = false;

/** By the first signal the command ends what it does; by the second it is ended. */
const stopOn = (signal: 'SIGINT' | 'SIGTERM', code: number): void => {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(code);
    stoppedWith = code;
    stop.abort();
  });
};
stopOn('SIGINT', 130);
stopOn('SIGTERM', 143);
if (process.env.npm_lifecycle_event) stopWithNpm(() => stop.abort());

// Who reads along may stop reading, as `head` does: what was begun is still done.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    isOutputLost ||= code !== 'EPIPE';
  });
process.on('exit', () => {
  if (isOutputLost) process.exitCode = 1;
});

/** What is in another encoding would else be changed in silence. */
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

const io: Io = {
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
  stdin: async () => decode(await readBytes(addAbortSignal(stop.signal, process.stdin))),
  env: process.env,
  isTTY: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  readFile: async (path) => decode(await readBytes(createReadStream(path, { signal: stop.signal }))),
  writeFile: replaceFile,
  writeFolder: replaceFolder,
  signal: stop.signal,
};

const code = await run(process.argv.slice(2), io);
process.exitCode = code === 0 ? 0 : (stoppedWith ?? code);
