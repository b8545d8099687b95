import type { SchemaError } from '@amend/contract';
import type { Problem } from './problem.ts';

// What the build makes of a contract's schemas, beside the validators of the clients: those take more in answers than the
// contract says, as a client should, and know no parameters.

/** Whether a value fits; if not, `errors` says why until the next call. */
export interface Check {
  (value: unknown): boolean;
  readonly errors?: readonly (SchemaError & { readonly message?: string })[] | null;
}

/** A credential, and for one in `Authorization` what it begins with. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie';
  /** Of a header, in lower case. */
  readonly name: string;
  readonly scheme?: string;
}

/** The parameters in one place, as an object of texts; numbers and the like are read from these. */
export interface ParameterCheck {
  readonly place: 'path' | 'query' | 'header';
  readonly names: readonly string[];
  /** Those that are lists, and whether each element comes on its own. */
  readonly lists: Readonly<Record<string, 'each' | 'commas'>>;
  readonly check: Check;
}

export interface OperationChecks {
  /** One of these is enough; none are needed if there is none. */
  readonly security: readonly (readonly Credential[])[];
  /** Only those that can be wrong. */
  readonly parameters: readonly ParameterCheck[];
  /** Whether there has to be a body, and what it has to fit where no generated validators say so. */
  readonly body?: { readonly required: boolean; readonly check: Check };
  /** By status; `null` where nothing can be wrong. */
  readonly answers: Readonly<Record<string, Check | null>>;
}

/** By operation. */
export type Checks = Readonly<Record<string, OperationChecks>>;

/** A key may be data in the wrong place: only what looks like a name is told. */
const shownKey = (key: unknown): string => (/^[A-Za-z_]{1,40}[0-9]?$/.test(String(key)) ? `; found '${key}'` : '');

/** What is wrong with a value, under the names of its properties. */
export const wrongsOf = (check: Check, value: unknown): readonly Problem[] =>
  check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, keyword, params, message = '' }) => ({
        field: instancePath,
        rule: keyword,
        message: [
          message,
          'allowedValues' in params ? `: ${(params.allowedValues as readonly unknown[]).join(', ')}` : '',
          'additionalProperty' in params ? shownKey(params.additionalProperty) : '',
        ].join(''),
      }));
