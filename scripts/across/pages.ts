import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { contracts, type Json, readFile } from '../contracts/contracts.ts';

// The providers' pages as evidence: specs/<provider>/page.yaml.

/** A request that a provider's page shows, and the answer that it shows beside it. */
export interface Sample {
  readonly name: string;
  readonly contract: string;
  readonly method: string;
  /** Without the server's base path. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  /** The page shows no request; this one is ours. */
  readonly bodyIsOurs?: true;
  readonly answer: Json;
  /** What had to be mended, where the page's own text cannot be sent as it stands. */
  readonly repaired?: string;
}

export type KnownStatus = 'verified' | 'unverified';

/** A row of a table: one property of an update body. */
interface Row {
  readonly property: string;
  readonly verified: 'yes' | 'no' | 'conditional';
  readonly unverified: 'yes' | 'no';
  readonly effect?: string;
  /** The property that tells the kind of an element, and the kinds that the page names. */
  readonly kind?: string;
  readonly kinds?: readonly string[];
  /** The kinds that a note freezes once the user is verified. */
  readonly frozen?: readonly string[];
  /** Ours: a value to change the property to. */
  readonly try: Json;
}

/** What a page says of an update body: by status and property, or only what never changes. */
export interface Table {
  readonly table: string;
  readonly contract: string;
  readonly body: string;
  readonly rows?: readonly Row[];
  /** Properties that the page's samples send and its table does not have. */
  readonly besides?: readonly string[];
  readonly never?: readonly string[];
}

export interface Page {
  readonly provider: string;
  readonly statuses?: Readonly<Record<KnownStatus | 'unknown', readonly string[]>>;
  readonly tables: readonly Table[];
  readonly samples: readonly Sample[];
}

/** The page of each provider; of one that has none, an empty one. */
export const pages: readonly Page[] = [...new Set(contracts.map(({ provider }) => provider))].map((provider) => {
  const path = `specs/${provider}/page.yaml`;
  const exists = existsSync(new URL(`../../${path}`, import.meta.url));
  return { provider, tables: [], samples: [], ...(exists && parse(readFile(path))) };
});

/** All samples, by name. */
export const samples: Readonly<Record<string, Sample>> = Object.fromEntries(
  pages.flatMap((page) => page.samples.map((sample) => [sample.name, sample])),
);

/** One cell of a table; of a list whose elements have kinds, one for each kind. */
export interface Cell {
  readonly table: Table;
  readonly property: string;
  readonly kind: string | undefined;
  readonly status: KnownStatus;
  readonly mayChange: boolean;
  readonly value: Json;
}

const mayChange = (row: Row, status: KnownStatus, kind: string | undefined): boolean =>
  status === 'verified' && row.verified === 'conditional'
    ? kind !== undefined && !row.frozen?.includes(kind)
    : row[status] === 'yes';

const changedTo = (row: Row, kind: string | undefined): Json =>
  Array.isArray(row.try) && row.kind !== undefined && kind !== undefined
    ? row.try.map((element) => ({ [row.kind as string]: kind, ...(element as object) }))
    : row.try;

export const cellsOf = (table: Table): readonly Cell[] =>
  (table.rows ?? []).flatMap((row) =>
    (row.kinds ?? [undefined]).flatMap((kind) =>
      (['verified', 'unverified'] as const).map((status) => ({
        table,
        property: row.property,
        kind,
        status,
        mayChange: mayChange(row, status, kind),
        value: changedTo(row, kind),
      })),
    ),
  );
