import { vocabulary } from '@amend/compiler/read';
import { type Change, changeOf, findingOf, keysAt, type Level, placeOf, type Subject } from './change.ts';

/** What we read of `redocly diff --format json`. */
export interface SchemaReport {
  reportVersion: string;
  changes: {
    path: string;
    typeName: string;
    kind: 'added' | 'removed' | 'modified';
    impact: Level;
    verdicts: { ruleId: string; message: string }[];
    property?: string;
    base?: { pointer: string; line: number; value?: unknown };
    revision?: { pointer: string; line: number; value?: unknown };
  }[];
}

/** The line of a JSON Pointer; nothing where the file cannot be read. */
export type LineOf = (at: string) => number | undefined;

type SchemaChange = SchemaReport['changes'][number];

const whyByRule: Readonly<Record<string, string>> = {
  'property-removed': 'Code that sends or reads this property does not compile any more.',
  'required-properties-added': 'A request that was complete is refused.',
  'required-properties-removed': 'Code that relies on the property finds none.',
  'enum-values-added': 'Code that handles every value meets one that it does not know.',
  'enum-values-removed': 'A value that could be sent is refused.',
  'schema-type-changed': 'A value of the type that callers know is refused, or comes as another.',
  'schema-constraint-changed': 'A value that was valid may be valid no longer.',
  'schema-combinator-changed': 'A body that was valid may be valid no longer.',
  'operation-removed': 'The call is gone from the client.',
  'operation-id-changed': "The client's method has another name.",
  'path-removed': 'Calls to this address are answered no more.',
  'response-removed': 'Code that handles this answer does not compile any more.',
  'server-removed': 'The address that clients are set to is gone.',
  'security-scheme-changed': 'Credentials are sent in a way that is not accepted any more.',
};

const whyByLevel: Readonly<Record<Level, string>> = {
  major: 'Code that was written for the base may not work any more.',
  minor: 'It is new or wider; code that was written for the base goes on working.',
  patch: 'It is another wording, or a limit that became wider.',
};

const whyUnused = 'It changes no call by itself; each call that it is part of has a line of its own.';

const whyWider = 'A value that was refused can be sent.';

/** The values that an enum gained where nobody has to handle them: in a request. Redocly calls that a patch, and names none. */
const valuesGained = ({ property, verdicts, base, revision }: SchemaChange): readonly unknown[] => {
  const [before, after] = [base?.value, revision?.value];
  if (property !== 'enum' || verdicts.length > 0 || !Array.isArray(before) || !Array.isArray(after)) return [];
  return after.filter((value) => !before.includes(value));
};

/** Nodes that no call depends on. */
const documentation: ReadonlySet<string> = new Set(['Info', 'Contact', 'License', 'Tag', 'TagList', 'ExternalDocs']);

/** Which direction a property travels in decides its types; Redocly calls such a change a patch. */
const directions: ReadonlySet<string> = new Set(['readOnly', 'writeOnly']);

/** What other comparisons report: our keys, and samples. */
const isOurs = ({ property, path }: SchemaChange): boolean =>
  property?.startsWith('x-') === true ||
  property === 'examples' ||
  path.split('/').some((key) => Object.hasOwn(vocabulary, key));

const levelOf = (change: SchemaChange): Level => {
  const { property, typeName, impact } = change;
  if (documentation.has(typeName)) return 'patch';
  if (valuesGained(change).length > 0) return 'minor';
  return directions.has(property ?? '') ? 'major' : impact;
};

const place = (path: string): string => {
  const [section, name = '', ...rest] = keysAt(path);
  if (section !== 'paths') return [section, name, ...rest].filter(Boolean).join(' ');
  const [method, ...inner] = rest;
  return [method?.toUpperCase(), name, inner.join('/')].filter(Boolean).join(' ');
};

const whatOf = (change: SchemaChange): string => {
  const { kind, typeName, property, path, verdicts } = change;
  const gained = valuesGained(change);
  if (gained.length > 0) return `enum gained values that can be sent, ${gained.join(', ')}: ${place(path)}`;
  if (verdicts.length > 0) return verdicts.map(({ message }) => message.replace(/\.$/, '')).join('; ');
  const name = property === undefined ? typeName : `${property} of a ${typeName}`;
  return `${name} was ${kind}: ${place(path)}`;
};

const whyOf = (change: SchemaChange, level: Level): string => {
  if (valuesGained(change).length > 0) return whyWider;
  const known = change.verdicts.map(({ ruleId }) => whyByRule[ruleId]).find(Boolean);
  const isComponent = change.path.startsWith('#/components/') && change.kind !== 'modified';
  return known ?? (isComponent && level === 'patch' ? whyUnused : whyByLevel[level]);
};

/** What Redocly found, as changes of ours; `lineOf` tells where in the file of now something was that is gone. */
export const schemaChanges = (subject: Subject, report: SchemaReport, lineOf: LineOf): Change[] =>
  report.changes
    .filter((change) => !isOurs(change))
    .map((change) => {
      const at = (change.revision ?? change.base)?.pointer ?? change.path;
      const line = change.revision?.line ?? lineOf(at);
      const level = levelOf(change);
      return { ...subject, what: whatOf(change), ...placeOf(subject.file, line, at), level, why: whyOf(change, level) };
    });

/** What is said where Redocly gave no report that we can read. */
export const noReport = (subject: Subject): Change =>
  changeOf(
    subject,
    findingOf('not-comparable', { flaw: 'Redocly could not compare the schemas; `npm run lint` may tell why' }),
  );
