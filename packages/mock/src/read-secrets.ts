import { createReadStream } from 'node:fs';
import { readJson } from '@amend/client/read-json';
import { type Secrets, secretsProblem } from './secrets.ts';

/** The most bytes that are read: a device has no end. */
const longest = 2 ** 20;

const readText = async (file: string): Promise<string> => {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of createReadStream(file, { end: longest - 1 })) pieces.push(piece);
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new Error(`${file} cannot be read as JSON.`);
  }
};

/** The secrets in a file. @throws a sentence without a value. */
export const readSecrets = async (file: string): Promise<Secrets> => {
  const text = await readText(file);
  const read = readJson(text);
  const isJson = 'value' in read || read.flaw !== 'no JSON';
  const secrets: unknown = isJson ? JSON.parse(text) : undefined;
  // What is wrong with a name says more than what is wrong with the text.
  const problem = isJson ? await secretsProblem(secrets) : undefined;
  if (problem !== undefined) throw new Error(`${file} ${problem}`);
  if ('problem' in read) throw new Error(`${file} cannot be read as JSON. It ${read.problem}.`);
  return secrets as Secrets;
};
