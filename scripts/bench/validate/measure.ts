import { deepStrictEqual } from 'node:assert/strict';
import type { JsonObject } from '@amend/compiler/read';
import { requestExample } from '../../clients/contract-examples.ts';
import { type ValidatorName, validators } from './validators.ts';

// Prints how many bodies per second of processor time a validator checks: `node measure.ts VALIDATOR valid|invalid`.

const [name, kind] = process.argv.slice(2) as [ValidatorName, 'valid' | 'invalid'];
const milliseconds = { warmUp: 300, measured: 500 };
const bodiesAtOnce = 1000;

const sample = requestExample('ingo@v3', 'createUser', 'sample') as JsonObject;
const { email, ...withoutEmail } = sample;
const bodies = {
  valid: [sample],
  invalid: [withoutEmail, { ...sample, date_of_birth: 'May' }, { ...sample, country: 7 }, { ...sample, emial: email }],
};

const isValid = await validators[name]();
deepStrictEqual(
  bodies.valid.map((body) => isValid(body)),
  [true],
);
deepStrictEqual(
  bodies.invalid.map((body) => isValid(body)),
  [false, false, false, false],
);

const checkFor = (duration: number): number => {
  const end = performance.now() + duration;
  let checked = 0;
  let fitting = 0;
  while (performance.now() < end)
    for (let count = 0; count < bodiesAtOnce; count++) {
      const list = bodies[kind];
      if (isValid(list[checked % list.length])) fitting += 1;
      checked += 1;
    }
  deepStrictEqual(fitting, kind === 'valid' ? checked : 0);
  return checked;
};

checkFor(milliseconds.warmUp);
const before = process.cpuUsage();
const checked = checkFor(milliseconds.measured);
const { user, system } = process.cpuUsage(before);
console.log((checked / (user + system)) * 1e6);
