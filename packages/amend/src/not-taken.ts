import { propertiesOf } from './body-properties.ts';
import { isRecord, knownIn, own } from './fields.ts';
import type { Held, Plan } from './plan-result.ts';
import { sameJson } from './same-json.ts';
import type { User } from './user.ts';
import type { DocumentsRow, FieldsRow } from './user-operation.ts';

/** Letter case, blanks and the form of Unicode are the provider's to choose: `STRASSE 7` is `Straße 7`, and 7 is `'7'`. */
const fold = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, ' ').trim();

const isWord = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const isSame = (sent: unknown, shown: unknown): boolean =>
  isWord(sent) && isWord(shown) ? fold(String(sent)) === fold(String(shown)) : sameJson(sent, shown);

/** Nothing is told of what is not shown, or in part. */
const isShown = (value: unknown): boolean =>
  value !== undefined && !(isRecord(value) && Object.hasOwn(value, 'masked'));

/** The fields of a property that are shown with another value than was sent, and those that were to be cleared. */
const differingFields = (
  { codec }: FieldsRow<string>,
  wire: unknown,
  shown: ReadonlyMap<string, unknown>,
  changed: readonly string[],
): string[] => {
  if (codec.loss) return [];
  // No value that a codec writes reads as none, so that what changed and reads so is `null`.
  const differs = ([field, sent]: readonly [string, unknown]): boolean =>
    sent === undefined ? changed.includes(field) : !isSame(sent, shown.get(field));
  return codec
    .decode(wire)
    .filter((pair) => isShown(shown.get(pair[0])) && differs(pair))
    .map(([field]) => field);
};

/** A provider may write a number with other signs between its parts. */
const bare = (value: unknown): unknown => (isWord(value) ? String(value).replaceAll(/[^\p{L}\p{N}]/gu, '') : value);

const isListed = (list: readonly Readonly<Record<string, unknown>>[], document: object): boolean =>
  list.some((shown) =>
    Object.entries(document).every(([name, sent]) => {
      const now = own(shown, name);
      return !isShown(now) || isSame(bare(sent), bare(now));
    }),
  );

/** The documents that were added, and that stand in no list although the answer has one. */
const missingDocuments = (
  { codec, fields: [list] }: DocumentsRow,
  wire: unknown,
  shown: ReadonlyMap<string, unknown>,
  paths: readonly string[],
): string[] => {
  const listed = shown.get(String(list));
  if (!Array.isArray(listed) || !Array.isArray(wire)) return [];
  return paths.filter((_, index) => !isListed(listed, codec.decode(wire[index]) as object));
};

/**
 * The fields of a request that the user, as the provider then shows it, has with another value. What is shown in part,
 * or not at all, or cannot be read, tells nothing.
 */
export const notTakenOf = ({ fields }: Plan, { operation, request }: Held, user: User): readonly string[] => {
  const shown = knownIn({ ...user });
  const names = new Set<string>();
  for (const { property, row } of propertiesOf(operation).all) {
    const wire = own(request.body as Record<string, unknown>, property);
    if (wire === undefined) continue;
    const changed = fields
      .filter((told) => told.property === property && told.verdict === 'send')
      .map(({ field }) => field);
    // The SSN stands after the documents that it is sent with.
    const inOrder = [...changed.filter((field) => field !== 'ssn'), ...changed.filter((field) => field === 'ssn')];
    const differing =
      row.is === 'fields'
        ? differingFields(row, wire, shown, changed)
        : row.is === 'documents'
          ? missingDocuments(row, wire, shown, inOrder)
          : [];
    for (const name of differing) names.add(name);
  }
  const inPatch = fields.map(({ field }) => field).filter((field) => names.has(field));
  return [...new Set([...inPatch, ...names])];
};
