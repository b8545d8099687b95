import type { Contract, Operation } from './contract.ts';
import type { MockRequest, MockResponse } from './exchange.ts';
import type { Refusal } from './problem.ts';

/** A request for an operation, which Prism found valid. */
export interface Input {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: unknown;
  readonly rulesOff: boolean;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the caller calls this server, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Of the media types of the answer, the one that the caller likes best. */
  readonly media: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** The path of what was made, as the contract has paths, where the answer itself does not show it. */
  readonly madeAt?: string;
  /** Whether it was held against the contract already. */
  readonly isChecked?: boolean;
  /** Of a body that goes out as it is. */
  readonly media?: string;
}

/** One contract with somebody who answers for it. */
export interface Service {
  /** Of the provider; `amend` for the mock's own. */
  readonly name: string;
  readonly contract: Contract;
  readonly handle: (operation: Operation, input: Input) => Answer | Refusal | Promise<Answer | Refusal>;
  /** The same refusal, as this service words it. */
  readonly answerTo: (operation: Operation, refusal: Refusal) => Answer;
  /** The media types of an operation's answers, where they are not JSON alone. */
  readonly media?: Readonly<Record<string, readonly string[]>>;
  readonly authenticate: (request: MockRequest) => Promise<Refusal | undefined>;
  /** A token, if that is what is asked for. */
  readonly token?: (request: MockRequest, pathname: string) => Promise<MockResponse | undefined>;
}
