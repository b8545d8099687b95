declare module 'parse-prefer-header' {
  /** The preferences of a header by their names in camel case; `true` for one without a value. */
  export default function parsePreferHeader(prefer: string): Record<string, string | true>;
}
