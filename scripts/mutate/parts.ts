/** What is mutated together, and the tests that have to notice: those beside the code, and those that try it from without. */
export interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

export const parts: Readonly<Record<string, Part>> = {
  contract: {
    mutate: ['packages/contract/src/'],
    tests: ['packages/contract/src/', 'packages/amend/src/'],
  },
  client: {
    mutate: ['packages/client/src/'],
    tests: ['packages/client/src/', 'scripts/clients/repeats', 'scripts/clients/retry-after', 'scripts/clients/aborts'],
  },
  amend: {
    mutate: ['packages/amend/src/'],
    tests: ['packages/amend/src/', 'scripts/across/patches', 'scripts/across/users', 'scripts/across/changed-cell'],
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
