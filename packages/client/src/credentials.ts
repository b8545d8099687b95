/** Whether a value can stand in a header as it is. */
export const isHeaderText = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value);

/**
 * Checks that credentials can stand in a header.
 *
 * @throws {TypeError} that names the credential, and never holds it.
 */
export const checkCredentials = (credentials: object): void => {
  for (const [name, value] of Object.entries(credentials))
    if (!isHeaderText(value)) throw new TypeError(`${name} must be a text of visible ASCII characters.`);
};
