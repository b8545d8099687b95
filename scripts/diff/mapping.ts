/** A mapping as data that two versions can be compared by, and that can travel between processes. */
export interface MappedRow {
  is: string;
  /** Of a user; parts of documents by their paths. */
  fields: readonly string[];
  codec?: string;
  clears: readonly string[];
  /** JSON of what the row says beside its codec. */
  omitted?: string;
  value?: string;
  loss?: string;
  /** What becomes of each sample: `wire`, `issue` or `missing`, and more after a space. */
  writes: Readonly<Record<string, string>>;
  /** What each sample is read as. */
  reads: Readonly<Record<string, string>>;
}

/** Rows by the provider's properties. */
export type MappedRows = Readonly<Record<string, MappedRow>>;

export interface MappedAction {
  provider: string;
  operation: string;
  rows: MappedRows;
  answer: MappedRows;
}

/** The actions of all providers, by `machnetIndividual.update`. */
export type Mapping = Readonly<Record<string, MappedAction>>;
