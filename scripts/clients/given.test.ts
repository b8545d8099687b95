import { createDecipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Call, calls, createAny, credentials } from './calls.ts';
import { forms } from './forms.ts';

// In whatever form a body is handed in, what arrives is what was checked, sealed and judged.

const unseal = (ssn: string): string => {
  const bytes = Buffer.from(ssn, 'base64');
  const key = credentials.stilt.secret.replaceAll('-', '');
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
  return decipher.update(bytes.subarray(16)).toString() + decipher.final().toString();
};

/** Sends a body, and gives each that arrived. */
const send = async (call: Call, body: unknown, status = 200) => {
  const sent: string[] = [];
  const client = createAny(call.provider, 'http://127.0.0.1', {
    random: () => 0,
    fetch: async (_, init) => {
      sent.push(String(init.body));
      return new Response(JSON.stringify(call.success), { status });
    },
  });
  const result = await client[call.id]?.({ ...call.input, body });
  return { result, sent };
};

const withBody = calls.filter(({ input }) => input.body !== undefined);
const stiltSsn = '111-22-3333';
const bodyOf = ({ provider, input }: Call): object => ({
  ...(input.body as object),
  ...(provider === 'stilt' && { ssn: stiltSsn }),
});

describe.each(Object.entries(forms))('%s', (_, make) => {
  test.for(withBody)('$name', async (call) => {
    const body = bodyOf(call);
    const { result, sent } = await send(call, make(body));
    expect(result).toMatchObject({ ok: true });
    const [arrived = {}] = sent.map((text) => JSON.parse(text));
    if (call.provider === 'stilt') {
      expect(sent.join()).not.toContain(stiltSsn);
      expect({ ...arrived, ssn: unseal(arrived.ssn) }).toEqual({ ...body, ssn: '111223333' });
    } else expect(arrived).toEqual(body);
  });

  test.for(withBody)('$name is repeated as the plain body is', async (call) => {
    const { sent } = await send(call, make(bodyOf(call)), 503);
    expect(sent).toHaveLength(call.repeats === 'repeatable' ? 3 : 1);
  });
});

describe('what its toJSON adds is seen', () => {
  test.for(withBody)('$name', async (call) => {
    const body = bodyOf(call);
    for (const surplus of [{ unheard_of: 1 }, { api_key: 'k' }]) {
      const { result, sent } = await send(call, { ...body, toJSON: () => ({ ...body, ...surplus }) });
      expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', attempts: 0 } });
      expect(sent).toEqual([]);
    }
  });
});

test('an SSN that its getter shows plain at the second look arrives sealed or not at all', async () => {
  const call = calls.find(({ name }) => name === 'stilt@v1 createUser full') as Call;
  const sealed = Buffer.alloc(32, 7).toString('base64');
  for (const shown of [
    [sealed, stiltSsn],
    [stiltSsn, sealed],
  ]) {
    let looks = 0;
    const body = Object.defineProperty({ ...(call.input.body as object) }, 'ssn', {
      enumerable: true,
      get: () => shown[Math.min(looks++, 1)],
    });
    const { sent } = await send(call, body);
    expect(sent).toHaveLength(1);
    expect(sent.join()).not.toMatch(/111-?22-?3333/);
  }
});
