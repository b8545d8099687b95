/** Names of properties that hold an SSN, a number of a document, a secret, or the contents of a document. */
const sensitive =
  /(^|_)(ssn|itin|ein|tin|tax_?(id|number)|national_?id|passport_?(no|number)|id(entity|entification)?_?(no|number)|government_?(id|id_?number)|social_?security(_?number)?|secret|password|passcode|pin|token|api_?key|private_?key|secret_?key|document_value(_back)?)s?($|_)|(^|_)passports?$|_gzip$/;

/** Words in lower case, joined by `_`: `clientSecret`, `X-Client-Secret` and `^client_secret$` are one name. */
const words = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();

export const isSensitive = (name: string): boolean => sensitive.test(words(name));

const formatted = ['123-45-6789', '12-3456789', '123 45 6789', '123.45.6789', 'data:image/png;base64,iVBORw0KGgo='];
const prefixes = ['', 'sk_', 'sk_live_', 'test_sk_'];
const alphabets = ['123456789', 'abcdefghijklmnop', 'ABCDEFGHIJKLMNOP', 'aB3dE6gH9', '0123456789abcdef'];
// The last four may be shown.
const lengths = Array.from({ length: 60 }, (_, index) => index + 5);

/** Numbers and secrets in full, in the shapes that occur. */
const unmasked = [
  ...formatted,
  ...prefixes.flatMap((prefix) =>
    alphabets.flatMap((alphabet) => lengths.map((length) => prefix + alphabet.repeat(13).slice(0, length))),
  ),
];

/** Whether a string schema with this pattern admits no value in full. */
export const masks = (pattern: string, maxLength = Number.POSITIVE_INFINITY): boolean => {
  try {
    const admitted = new RegExp(pattern, 'u');
    return !unmasked.some((value) => value.length <= maxLength && admitted.test(value));
  } catch {
    return false;
  }
};
