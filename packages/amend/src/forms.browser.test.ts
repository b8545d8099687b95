import { expect, test, vi } from 'vitest';

// What a page imports, and Jest with jsdom: forms and plans, where of the platform's own there is only the language.

const missing = 'TextEncoder fetch Request Response Headers ReadableStream crypto structuredClone';

test('forms and plans are there without TextEncoder and the like', async () => {
  for (const name of missing.split(' ')) vi.stubGlobal(name, undefined);
  vi.resetModules();
  try {
    const { fieldsFor, patchSchema, plan, requestOf } = await import('./index.ts');
    const { machnetIndividual } = await import('./providers/machnet.ts');
    const { update } = machnetIndividual;
    for (const provider of ['hpay', 'ingo', 'stilt']) await import(`./providers/${provider}.ts`);
    expect(fieldsFor(update, 'verified').find(({ field }) => field === 'email')?.editable).toBe(false);
    const patch = { phone: '+12105550132' };
    expect(patchSchema(update, { id: 'x', status: 'verified' })['~standard'].validate(patch)).toEqual({ value: patch });
    expect(requestOf(plan(update, { id: 'x', status: 'verified', patch }))?.body).toEqual({
      mobile_phone: '2105550132',
    });
  } finally {
    vi.unstubAllGlobals();
  }
});
