/** What is mutated together, and the tests that have to notice: those beside the code, and those that try it from without. */
export interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const amend = (...starts: readonly string[]): string[] => starts.map((start) => `packages/amend/src/${start}`);

export const parts: Readonly<Record<string, Part>> = {
  contract: {
    mutate: ['packages/contract/src/'],
    tests: ['packages/contract/src/', ...amend('rules', 'plan.locked', 'plan.members', 'plan.statuses')],
  },
  client: {
    mutate: ['packages/client/src/'],
    tests: ['packages/client/src/', 'scripts/clients/repeats', 'scripts/clients/retry-after', 'scripts/clients/aborts'],
  },
  codecs: {
    mutate: amend('codec', 'masked', 'same-json'),
    tests: amend('codecs', 'masked', 'same-json'),
  },
  reading: {
    mutate: amend('fields.ts', 'read-', 'rows', 'status', 'text', 'to-user'),
    tests: [
      ...amend('list-of-one', 'plan.foreign', 'plan.odd', 'plan.plain', 'plan.prototype', 'plan.reading'),
      ...amend('status', 'text', 'to-user'),
    ],
  },
  mappings: {
    mutate: amend('providers/'),
    tests: [...amend('mapping', 'providers/'), 'scripts/across/users'],
  },
  plans: {
    mutate: [
      ...amend('body-properties', 'check-body', 'decide-', 'decision', 'make-plan'),
      ...amend('members', 'plan', 'rules', 'weigh'),
    ],
    tests: [...amend('check-body', 'plan', 'rules'), 'scripts/across/patches', 'scripts/across/changed-cell'],
  },
  forms: {
    mutate: amend('field-schema', 'fields-', 'form-', 'locked-field', 'matrix', 'patch-', 'updatable'),
    tests: amend('field-schema', 'fields-', 'form-', 'matrix', 'patch-'),
  },
  sending: {
    mutate: [
      ...amend('at-once', 'describe-request', 'make-call', 'not-taken', 'operation-for', 'outcome', 'prepare-all'),
      ...amend('private-', 'problem', 'redact', 'send', 'show-request', 'to-problem', 'update-all'),
      ...amend('clients-from-env', 'names', 'provider-list', 'registry'),
    ],
    tests: [
      ...amend('describe-request', 'not-taken', 'plan-all', 'private-', 'redact', 'send', 'to-problem', 'update-all'),
      ...amend('clients-from-env', 'registry'),
    ],
  },
  signing: {
    mutate: [
      'packages/ingo/src/signing',
      'packages/ingo/src/verify',
      'packages/stilt/src/signing',
      'packages/stilt/src/verify',
      'packages/stilt/src/seal-ssn',
      ...['hpay', 'ingo', 'machnet', 'stilt'].map((provider) => `packages/${provider}/src/webhook`),
    ],
    tests: [
      ...['hpay', 'ingo', 'machnet', 'stilt'].map((provider) => `packages/${provider}/src/`),
      'scripts/clients/signing',
      'scripts/clients/webhooks',
    ],
  },
};

/**
 * The parts that are named, or all; a part is named by itself, or by files of it.
 *
 * @returns Nothing if a name is neither.
 */
export const choose = (names: readonly string[]): readonly (readonly [name: string, part: Part])[] | undefined => {
  const entries = Object.entries(parts);
  const isOf = (name: string, [part, { mutate }]: (typeof entries)[number]) =>
    name === part || mutate.some((start) => name.startsWith(start));
  if (names.some((name) => !entries.some((entry) => isOf(name, entry)))) return undefined;
  return entries.flatMap((entry) => {
    const [name, part] = entry;
    const own = names.filter((given) => isOf(given, entry));
    if (own.length === 0) return names.length === 0 ? [entry] : [];
    return [[name, own.includes(name) ? part : { ...part, mutate: own }] as const];
  });
};
