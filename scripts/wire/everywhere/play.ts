/** One call, as each front is asked it. */
export interface Step {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number | 'no answer';
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: string;
}

/** What is the same on a port, in a process and in a page. */
const compared = ['content-type', 'allow', 'retry-after', 'x-amend-session', 'vary'];

/** Asks all steps, one after the other. */
export const play = async (
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  origin: string,
  steps: readonly Step[],
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (const { path, ...init } of steps) {
    const response = await fetch(origin + path, init).catch(() => undefined);
    answers.push({
      status: response?.status ?? 'no answer',
      headers: Object.fromEntries(compared.map((name) => [name, response?.headers.get(name) ?? null])),
      body: (await response?.text()) ?? '',
    });
  }
  return answers;
};
