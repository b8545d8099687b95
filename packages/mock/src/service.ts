import type { Contract, Operation } from './contract.ts';
import type { MockRequest } from './exchange.ts';
import type { Refusal } from './problem.ts';

/** A request for an operation, which Prism found valid. */
export interface Input {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: unknown;
  readonly rulesOff: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Whether it was held against the contract already. */
  readonly isChecked?: boolean;
}

/** One contract with somebody who answers for it. */
export interface Service {
  /** Of the provider; `amend` for the mock's own. */
  readonly name: string;
  readonly contract: Contract;
  readonly handle: (operation: Operation, input: Input) => Answer | Refusal | Promise<Answer | Refusal>;
  /** The same refusal, as this service words it. */
  readonly answerTo: (operation: Operation, refusal: Refusal) => Answer;
  readonly authenticate: (request: MockRequest) => Promise<Refusal | undefined>;
}
