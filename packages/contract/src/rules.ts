/** What the update rules tell apart. A provider's own status words are mapped to these by its `x-verification`. */
export type Status = 'unverified' | 'verified';

/**
 * What a rule names: a status of ours, which stands for all words that mean it, or one of the provider's own words
 * (`x-verification`).
 */
export type RuleStatus = Status | (string & {});

/** What is known of a user: `unknown` allows only what every status allows. */
export type VerificationStatus = Status | 'unknown';

/**
 * What a rule is judged by: `neither`, too, allows only what every status allows, and is known. `frozen` allows nothing, and
 * neither does `unsure`: not known, where it may be frozen.
 */
export type JudgedStatus = VerificationStatus | 'neither' | 'frozen' | 'unsure';

/** What a word that a contract knows means. */
export type Meaning = Exclude<JudgedStatus, 'unknown' | 'unsure'>;

/** Where a fact comes from (`x-source`). */
export interface Source {
  readonly evidence: 'seed' | 'vendor' | 'third-party' | 'assumed';
  /** A document's title and section, an address, or the reason of an assumption. */
  readonly from: string;
}

/** When a member of an object may be sent: wherever its own rule and that of what it stands in both allow it. */
export interface MemberRule {
  /** The statuses in which it may be sent; none: never. */
  readonly updatable: readonly RuleStatus[];
  /** Members that the object leaves out stay as they are (`x-update: partial`, also of what it stands in); else they are lost. */
  readonly merges?: true;
  /** No answer shows it, or a part of it, so that nobody knows whether the user has one. */
  readonly hidden?: true;
  /** The members that have a rule of their own, or hold some that do; any other has this rule. */
  readonly members?: { readonly [Member in string]: MemberRule };
  readonly sources: readonly Source[];
}

/** When a body property may be sent (`x-updatable` and the keys beside it). */
export interface PropertyRule extends MemberRule {
  /** Required by the contract; together with an empty `updatable`, it must be sent back unchanged. */
  readonly required: boolean;
  /** Rules by the kind of an array's elements; a kind that is not listed is locked once the user is verified. */
  readonly items?: {
    readonly property: string;
    readonly kinds: { readonly [Kind in string]: readonly RuleStatus[] };
  };
  /** What else becomes of a change (`x-effect`). */
  readonly effect?: 'archives-previous' | 'downgrades-verification' | 'held-for-review';
  /** A birth date: how many years ago it has to be. */
  readonly minimumAge?: number;
}

/** A body property that is no field of the user (`x-role`). */
export interface RoleRule {
  readonly role: 'identifier' | 'credential';
  readonly required: boolean;
}

/** The rules of one update body, one row per property: a missing or surplus row does not compile. */
export interface UpdateRules<Body> {
  readonly operation: string;
  /** `replacement`: what is left out is lost or reset. */
  readonly update: 'partial' | 'replacement';
  /** The operation that the provider asks for after every such update (`x-after`). */
  readonly after?: string;
  /** For how many seconds after its end a read may not show such an update yet (`x-settle`). */
  readonly settle?: number;
  /** Whether the provider states rules by status at all. */
  readonly documented: boolean;
  /** The provider's words that some rule names, and then those in which nothing may change too; each with what it means. */
  readonly words?: { readonly [Word in string]: Meaning };
  /** What only the provider sets (`readOnly`) is never sent. */
  readonly properties: {
    readonly [Property in keyof Body as [Body[Property]] extends [undefined] ? never : Property]-?:
      | PropertyRule
      | RoleRule;
  };
}
