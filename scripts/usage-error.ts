/** The command cannot do what it was asked; the message is one sentence for who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
