/** `clientId` as `CLIENT_ID`. */
export const constantCase = (option: string): string =>
  option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The environment variable of a client's option: `AMEND_MACHNET_CLIENT_ID` for `clientId`. */
export const variableOf = (provider: string, option: string): string =>
  `AMEND_${provider.toUpperCase()}_${constantCase(option)}`;
