import { existsSync } from 'node:fs';
import { z } from 'zod';
import { contracts, type Json, parseYaml, readFile } from '../read/index.ts';

// The providers' pages as evidence: specs/<provider>/page.yaml. A key that is not here is a mistake, and so is a value.

const json = z.custom<Json>((value) => value !== undefined);
const names = z.array(z.string());

/** A request that a provider's page shows, and the answer that it shows beside it. */
const sample = z.strictObject({
  name: z.string(),
  contract: z.string(),
  method: z.string(),
  /** Without the server's base path. */
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: json,
  /** The page shows no request; this one is ours. */
  bodyIsOurs: z.literal(true).optional(),
  answer: json,
  /** What had to be mended, where the page's own text cannot be sent as it stands. */
  repaired: z.string().optional(),
});

/** A row of a table: one property of an update body. */
const row = z.strictObject({
  property: z.string(),
  verified: z.enum(['yes', 'no', 'conditional']),
  unverified: z.enum(['yes', 'no']),
  effect: z.string().optional(),
  /** The property that tells the kind of an element, and the kinds that the page names. */
  kind: z.string().optional(),
  kinds: names.optional(),
  /** The kinds that a note freezes once the user is verified. */
  frozen: names.optional(),
  /** Ours: a value to change the property to. */
  try: json,
});

/** What a page says of an update body: by status and property, or only what never changes. */
const table = z.strictObject({
  table: z.string(),
  contract: z.string(),
  body: z.string(),
  rows: z.array(row).optional(),
  /** Properties that the page's samples send and its table does not have. */
  besides: names.optional(),
  never: names.optional(),
});

const page = z.strictObject({
  /** What the status words mean, where the page has any. */
  statuses: z.strictObject({ verified: names, unverified: names, unknown: names }).optional(),
  /** By event of a webhook: the status word that the user then has. */
  events: z.record(z.string(), z.string()).optional(),
  tables: z.array(table),
  samples: z.array(sample),
});

export type Sample = z.infer<typeof sample>;
export type Table = z.infer<typeof table>;
type Row = z.infer<typeof row>;

export type KnownStatus = 'verified' | 'unverified';

/** @throws {ContractError} in one line, with file and place, if the text says what no test would read. */
export const readPage = (path: string, text: string): z.infer<typeof page> => {
  const { document, fail } = parseYaml(path, text);
  const { data, error } = page.safeParse(document);
  if (data) return data;
  const [issue] = error.issues;
  return fail((issue?.path ?? []) as (string | number)[], issue?.message ?? 'This is no page.');
};

/** The page of each provider; of one that has none, an empty one. */
export const pages = [...new Set(contracts.map(({ provider }) => provider))].map((provider) => {
  const path = `specs/${provider}/page.yaml`;
  const exists = existsSync(new URL(`../../../../${path}`, import.meta.url));
  return { provider, ...(exists ? readPage(path, readFile(path)) : { tables: [], samples: [] }) };
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
