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
    tests: ['packages/amend/src/', 'scripts/across/samples'],
  },
  signing: {
    mutate: ['packages/ingo/src/signing', 'packages/stilt/src/signing', 'packages/stilt/src/seal-ssn'],
    tests: ['packages/ingo/src/', 'packages/stilt/src/', 'scripts/clients/signing'],
  },
};

/**
 * The parts that are named, or all; instead of a part, a file of one.
 *
 * @returns Nothing for what is neither.
 */
export const choose = (names: readonly string[]): readonly (readonly [name: string, part: Part])[] | undefined => {
  const chosen = names.map((name) => {
    if (Object.hasOwn(parts, name)) return [name, parts[name] as Part] as const;
    const found = Object.entries(parts).find(([, { mutate }]) => mutate.some((start) => name.startsWith(start)));
    return found && ([found[0], { ...found[1], mutate: [name] }] as const);
  });
  if (names.length === 0) return Object.entries(parts);
  return chosen.includes(undefined) ? undefined : (chosen as ReturnType<typeof choose>);
};
