/** A value as JSON, both as the text that is sent and as what that text says. */
export interface Json {
  readonly text: string;
  readonly value: unknown;
}

/**
 * What of a value is sent: read once, so that a `toJSON`, a getter or a proxy says to the checks what it says to the
 * provider. Nothing for `undefined`.
 *
 * @throws if the value cannot be written as JSON.
 */
export const toJson = (value: unknown): Json | undefined => {
  if (value === undefined) return undefined;
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('It is no JSON.');
  return { text, value: JSON.parse(text) };
};
