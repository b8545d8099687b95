import type { GivenUser } from '@amend/check';
import { oneOf } from 'amend/providers';
import type { FlagTable } from '../command.ts';
import { UsageError } from '../usage-error.ts';

const formats = ['table', 'json', 'junit', 'svg'] as const;

export const flags = {
  mock: { type: 'boolean', about: 'try it on a mock in this process; so it is if nothing else is said' },
  sandbox: { type: 'boolean', about: 'try it at the provider, with the credentials of the environment' },
  yes: { type: 'boolean', about: 'with --sandbox: make the writes that are announced without it' },
  user: {
    type: 'string',
    multiple: true,
    value: 'STATUS=ID',
    about:
      'a user that is there already, verified=ID say; of another kind than the usual one, business:verified=ID; its fields change',
  },
  rate: { type: 'string', value: 'NUMBER', about: 'the most requests a second; 2 at a sandbox' },
  'max-writes': {
    type: 'string',
    value: 'NUMBER',
    about: 'the most requests that may change something, over all runs',
  },
  wait: { type: 'string', value: 'SECONDS', about: "how long to wait for a provider's check of a user; 60" },
  resume: {
    type: 'string',
    value: 'FILE',
    about: 'keep there what is known, ids of made users and no value, and go on from it',
    words: 'file',
  },
  'base-url': { type: 'string', value: 'URL', about: 'where the sandbox is; by default that of the contract' },
  format: { type: 'string', value: 'NAME', about: `${formats.join(', ')}; by default table`, words: formats },
  json: {
    type: 'boolean',
    about:
      'the same as --format json: {"provider", "counts", "cells": [{"type", "operation", "property", "kind", "member", "fields", "status", "allowed", "contract", "verdict", "provider", "readings"}], "answers", "writes", "stopped", "left"}',
  },
  propose: {
    type: 'string',
    value: 'FILE',
    about: 'write each rule that no longer holds as a change of the contract, an OpenAPI Overlay, for you to decide',
    words: 'file',
  },
} as const satisfies FlagTable;

type Values = { readonly [Flag in keyof typeof flags]?: string | boolean | readonly string[] | undefined };

const numberOf = (name: string, given: unknown, isWhole: boolean): number | undefined => {
  if (given === undefined) return undefined;
  const text = String(given);
  const isNumber = (isWhole ? /^[0-9]{1,9}$/ : /^[0-9]{1,6}(?:\.[0-9]{1,3})?$/).test(text);
  if (isNumber && (isWhole || Number(text) > 0)) return Number(text);
  throw new UsageError(`--${name} must be a ${isWhole ? 'whole number' : 'number above 0'}.`);
};

const userOf = (given: string): GivenUser => {
  const [, type, status, id] = /^(?:([^:=]+):)?([^:=]+)=(.+)$/.exec(given) ?? [];
  if (status === undefined || id === undefined) throw new UsageError('--user must be STATUS=ID, or TYPE:STATUS=ID.');
  return { type, status, id };
};

/** What the flags say. @throws {UsageError} where they cannot be used, or not with each other. */
export const readOptions = (values: Values) => {
  const { sandbox = false, mock, yes, json } = values;
  if (sandbox && mock) throw new UsageError('--mock and --sandbox exclude each other.');
  const asked = String(values.format ?? (json ? 'json' : 'table'));
  const format = oneOf('format', asked, formats);
  if (json && format !== 'json') throw new UsageError(`--json and --format ${format} exclude each other.`);
  for (const name of ['yes', 'base-url'] as const)
    if (values[name] !== undefined && !sandbox) throw new UsageError(`--${name} goes with --sandbox.`);
  const wait = numberOf('wait', values.wait, true);
  return {
    format,
    sandbox: sandbox === true,
    yes: yes === true,
    given: [values.user ?? []].flat().map((user) => userOf(String(user))),
    rate: numberOf('rate', values.rate, false) ?? (sandbox ? 2 : undefined),
    maxWrites: numberOf('max-writes', values['max-writes'], true),
    patience: wait === undefined ? undefined : wait * 1000,
    resume: values.resume as string | undefined,
    baseUrl: values['base-url'] as string | undefined,
    propose: values.propose as string | undefined,
  };
};

export type CheckFlags = ReturnType<typeof readOptions>;
