import type { Named } from './model.ts';
import type { Operation } from './operation.ts';

/** A schema of answers, as far as it says what stands where: formats and lengths are left out. */
export interface AnswerShape {
  /** The place of another schema of the contract: a key of {@link AnswerTable.schemas}. */
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Named<AnswerShape>;
  readonly additionalProperties?: boolean | AnswerShape;
  readonly items?: AnswerShape;
  /** Alternatives. */
  readonly anyOf?: readonly AnswerShape[];
  /** What holds beside it, or may. */
  readonly besides?: readonly AnswerShape[];
}

/** What a contract knows of the answers of one operation: by status or `default`, and by media type, a schema's place. */
export interface KnownAnswers extends Pick<Operation, 'method' | 'path'> {
  readonly answers: Named<Named<string>>;
}

/** All that a contract says of answers, to be held against what came. */
export interface AnswerTable {
  /** `machnet@v4`, as redocly.yaml names it. */
  readonly contract: string;
  readonly provider: string;
  readonly servers: readonly string[];
  readonly operations: Named<KnownAnswers>;
  /** By JSON Pointer into the contract. */
  readonly schemas: Named<AnswerShape>;
}
