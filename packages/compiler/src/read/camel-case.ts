/** `UserUpdate`, `X-Client-Id` and `api_key` become `userUpdate`, `xClientId` and `apiKey`. */
export const camelCase = (name: string): string =>
  name
    .replace(/[-_.]+(.)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
