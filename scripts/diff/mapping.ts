import { parse } from 'yaml';

/** What becomes of values: of usual ones at once, or by a part of them the samples of each outcome. */
export type Tried = Readonly<Record<string, string | Readonly<Record<string, readonly unknown[] | 'all others'>>>>;

export interface MappedCodec {
  readonly loss?: string;
  readonly write: Tried;
  readonly read: Tried;
}

export interface MappedRow {
  readonly is: string;
  readonly fields?: readonly string[];
  /** Its key among the codecs. */
  readonly codec?: string;
  readonly clears?: readonly string[];
  readonly omitted?: unknown;
  readonly value?: unknown;
}

/** Rows by the provider's properties. */
export type MappedRows = Readonly<Record<string, MappedRow>>;

export interface MappedAction {
  readonly operation: string;
  readonly rows: MappedRows;
  readonly answer: MappedRows;
}

/** A provider's mapping as data, its actions by `acmeUser.update`. */
export interface Mapping {
  readonly samples: readonly unknown[];
  readonly actions: Readonly<Record<string, MappedAction>>;
  readonly codecs: Readonly<Record<string, MappedCodec>>;
}

export const noMapping: Mapping = { samples: [], actions: {}, codecs: {} };

/** Where a provider's mapping as data stands. */
export const mappingPath = (provider: string): string => `packages/${provider}/mapping.yaml`;

/** A mapping from its text; nothing if it is none. */
export const readMapping = (text = ''): Mapping | undefined => {
  try {
    const read: Mapping | null = parse(text);
    return read?.samples && read.actions && read.codecs ? read : undefined;
  } catch {
    return undefined;
  }
};
