import { type AnyUserOperation, fieldsFor } from 'amend';
import { loadSubjects, makeMatrix } from 'amend/matrix';
import { listSubjects } from 'amend/providers';

/** An update of one kind of user at one provider, as a page chooses it. */
export interface Subject {
  readonly provider: string;
  /** What tells it from the provider's others, in one word for an address. */
  readonly slug: string;
  readonly type: string;
  /** The name of its operation: `update`, `patch`. */
  readonly name: string;
  readonly operation: AnyUserOperation;
}

const [updates, kinds] = await Promise.all([loadSubjects(), listSubjects()]);

export const matrix = makeMatrix(updates);

export const subjects: readonly Subject[] = updates.map(({ provider, variant, operation }) => {
  const kind = kinds.find(({ operations }) => Object.values(operations).includes(operation));
  const [name = ''] = Object.entries(kind?.operations ?? {}).find(([, each]) => each === operation) ?? [];
  const type = kind?.type ?? '';
  return { provider, slug: (variant ?? type).replaceAll(' ', '-'), type, name, operation };
});

/** Whom the page begins with: the first of whom it is documented what may change when. */
export const usual = (subjects.find(({ operation }) => operation.rules?.documented) ?? subjects[0]) as Subject;

export const providerNames = [...new Set(subjects.map(({ provider }) => provider))];

/** The same to choose from. */
export const providerOptions = providerNames.map((name) => [name] as const);

/** A provider's subject that comes closest to another: of the same type, if it has that, and an update of parts. */
export const subjectLike = (provider: string, { type }: Pick<Subject, 'type'>): Subject => {
  const closeness = (subject: Subject): number =>
    (subject.type === type ? 2 : 0) + (subject.operation.rules?.update === 'partial' ? 1 : 0);
  const own = subjects.filter((subject) => subject.provider === provider);
  return own.toSorted((a, b) => closeness(b) - closeness(a))[0] ?? usual;
};

export const subjectAt = (provider: string, slug: string | undefined): Subject | undefined =>
  subjects.find((subject) => subject.provider === provider && subject.slug === slug) ??
  subjects.find((subject) => subject.provider === provider);

const names = new Map<string, Set<string>>();
for (const { operation } of subjects)
  for (const { field, label, property } of fieldsFor(operation, 'unknown'))
    names.set(field, (names.get(field) ?? new Set([field, label])).add(property));

/** Whether any name of a field, ours or a provider's, holds a text. */
export const isNamed = (field: string, text: string): boolean => {
  const wanted = text.trim().toLowerCase();
  return [...(names.get(field) ?? [field])].some((name) => name.toLowerCase().includes(wanted));
};
