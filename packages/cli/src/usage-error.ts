import { onOneLine } from '@amend/client/visible';
import { SetupError } from 'amend/providers';

/** The command cannot be understood or carried out as it was given. Its one sentence is shown, and the exit code is 2. */
export class UsageError extends SetupError {
  override readonly name = 'UsageError';

  /** @param hint What follows on a line of its own. */
  constructor(sentence: string, hint?: string) {
    super(onOneLine(sentence) + (hint === undefined ? '' : `\n${hint}`));
  }
}
