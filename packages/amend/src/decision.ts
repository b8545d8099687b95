import type { BodyProperty } from './body-properties.ts';
import type { EncodeContext, Values } from './codec.ts';
import type { FieldVerdict, Note } from './plan-result.ts';
import type { Standing } from './status.ts';

/** What a plan knows before it looks at the properties of the body. */
export interface Situation {
  readonly standing: Standing;
  readonly context: EncodeContext;
  readonly update: 'partial' | 'replacement' | undefined;
  /** What `current` has, what the patch changes and has a place for, and the two together. */
  readonly stored: Values;
  readonly changes: Values;
  readonly values: Values;
  /** Whether `current` was read at the provider. */
  readonly isRead: boolean;
  /** All that the patch names. */
  readonly named: ReadonlyMap<string, unknown>;
}

/** What becomes of one property of the body. */
export interface Decision {
  readonly property: string;
  readonly verdicts: readonly FieldVerdict[];
  readonly notes: readonly Note[];
  /** What is sent; nothing if the property is left out. */
  readonly wire: unknown;
  /** Those that the patch does not name, and that are sent as `current` has them. */
  readonly completed: readonly string[];
}

/** A note; `what` goes on from the name of a field. */
export const note = (kind: Note['kind'], fields: readonly string[], what: string): Note => {
  const field = fields.join(', ');
  return { kind, field, message: `${fields.length > 1 ? 'Each of ' : ''}${field} ${what}.` };
};

const effects = {
  'archives-previous': 'is added as a new copy, and the older one archived',
  'downgrades-verification': 'takes the verification back, so that the user has to be verified anew',
  'held-for-review': 'is held for review, and changes nothing before the provider has decided',
} as const;

/** What else is to be known of fields that are sent. */
export const notesOn = (
  { rule }: BodyProperty,
  { status }: Standing,
  sent: readonly string[],
  loss?: string,
): Note[] => {
  const notes: Note[] = [];
  if (loss) notes.push(note('loss', sent, loss));
  // Who is not verified has nothing to lose.
  const isIdle = rule?.effect === 'downgrades-verification' && status === 'unverified';
  if (rule?.effect && !isIdle) notes.push(note('effect', sent, effects[rule.effect]));
  return notes;
};
