// How a provider shows a number of which it keeps back a part. It is taken for one rather than a mask for a number.

/** Signs that stand for a digit, of which one is enough; no country's documents have them. Others have to repeat. */
const anywhere =
  /[*#?…•●]|(?![\u00b0\u2116])[^\p{ASCII}\p{L}\p{M}\p{N}\p{P}\s]|[\u00b7\u2022\u2219\u22c5\u30fb\u204e\u203b]/u;

/** The same sign four times over, which is no letter and no digit; but `<` may fill a number to its end. */
const repeated = /([^\p{L}\p{M}\p{N}<])\1{3}|^<{4}|<{4}(?!<*$)/u;

/** The letter X, as it is written here and in Cyrillic and Greek: four of them, or nothing else before the last digits. */
const crosses = /[XxХхΧχ]{4}/u;
const grouped = /^(?:[XxХхΧχ]+|-+|\.{3,}|_+)(?:[-./ _](?:[XxХхΧχ]+|-+|_+))*[-./ _]?[0-9]{0,4}$/u;

/** What is said instead of a number. */
const said =
  /(?:^|\P{L})(?:redacted|masked|hidden|withheld|obfuscated|obscured|concealed|censored|suppressed|scrubbed|filtered|removed|encrypted|tokenized|confidential|private|protected|sensitive|secret)(?!\p{L})/iu;

const marks = [anywhere, repeated, crosses, grouped, said];

/** Whether a number is shown in part, or not at all. */
export const isMasked = (text: string): boolean =>
  [text, text.normalize('NFKC')].some((form) => marks.some((mark) => mark.test(form)));
