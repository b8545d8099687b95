import type { Named } from './model.ts';

/** What a contract says of the properties of a body beside its rules: what a form shows, and holds input against. */
export interface BodyFacts {
  /** JSON Schema (2020-12) of each property's value, by its name on the wire. */
  readonly schemas: Named<Named>;
  /** Where sources disagree about a property: the name of each `x-conflict`, whose sentence stands in the contract. */
  readonly conflicts?: Named<readonly string[]>;
  /** The same of the body as a whole. */
  readonly bodyConflicts?: readonly string[];
}
