import { wordsOf } from '@amend/contract';
import { statusOf } from 'amend';
import type { Column } from 'amend/matrix';
import { type Change, flatten, nest, shownOf } from './change.ts';
import { type Subject, subjectAt, usual } from './subjects.ts';

export const views = {
  plan: 'Change',
  matrix: 'Matrix',
  reference: 'Reference',
  mock: 'Mock',
  keeper: 'Keeper',
} as const;
type View = keyof typeof views;

/** What an address says. */
export interface Route {
  readonly view: View;
  readonly subject: Subject;
  /** One of ours, or a word of the provider's. */
  readonly status: string;
  readonly field: string;
  /** Of the other views: what is looked at there. */
  readonly place: readonly string[];
  readonly skip: boolean;
  /** Nothing if the address holds no change. */
  readonly change?: Change;
  /** What cannot be understood in it, each in a sentence. */
  readonly problems: readonly string[];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const readPatch = (text: string): Pick<Route, 'change'> | undefined => {
  try {
    const patch: unknown = JSON.parse(text);
    return isObject(patch) ? { change: flatten(patch) } : undefined;
  } catch {
    return undefined;
  }
};

export const readRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [first = '', ...place] = path.split('/').map(decode);
  const params = new URLSearchParams(query);
  const view: View = Object.hasOwn(views, first) ? (first as View) : 'plan';
  const problems: string[] = first && view !== first ? [`The address names no view “${short(first)}”.`] : [];
  const [provider = '', slug, status = 'verified', field = ''] = view === 'plan' ? place : [];
  const found = subjectAt(provider, slug);
  if (provider && (!found || (slug && found.slug !== slug)))
    problems.push(`The address names nobody whom a provider knows: “${short(`${provider} ${slug ?? ''}`)}”.`);
  const text = params.get('patch');
  const patch = text === null ? {} : readPatch(text);
  if (!patch) problems.push('The change in the address is no JSON object, so it was left out.');

  return { view, subject: found ?? usual, status, field, place, skip: params.has('skip'), ...patch, problems };
};

/** The address of a state, without what is private. */
export const writeRoute = ({ view, subject, status, field, place, skip }: Route, change: Change): string => {
  if (view !== 'plan') return `#/${[view, ...place.map(encodeURIComponent)].join('/')}`;
  const { patch } = nest(shownOf(change).shown);
  const params = [
    Object.keys(patch).length > 0 && `patch=${encodeURIComponent(JSON.stringify(patch))}`,
    skip && 'skip',
  ].filter(Boolean);
  const path = [view, subject.provider, subject.slug, status, ...(field ? [field] : [])].map(encodeURIComponent);
  return `#/${path.join('/')}${params.length > 0 ? `?${params.join('&')}` : ''}`;
};

/** The address of a field, where a column of the matrix tells of it. */
export const fieldTo = (route: Route, change: Change, field: string, { provider, variant, status }: Column): string => {
  const subject = subjectAt(provider, variant?.replaceAll(' ', '-')) ?? route.subject;
  return writeRoute({ ...route, view: 'plan', subject, status: status ?? route.status, field }, change);
};

/** The address of a contract, or of one of its operations. */
export const referenceTo = (...place: readonly string[]): string =>
  `#/${['reference', ...place].map(encodeURIComponent).join('/')}`;

/** The words for a user's status that may be chosen, each with what it means. */
export const statusWords = ({ operation }: Subject, chosen: string): readonly (readonly [string, string])[] => {
  const { verification } = operation.reader;
  const ours = ['verified', 'unverified', 'unknown'];
  const words = (verification ? wordsOf(verification) : []).filter((word) => !ours.includes(word));
  const others = [...ours, ...words].includes(chosen) ? [] : [chosen];
  return [
    ...ours.map((word) => [word, word] as const),
    ...[...words, ...others].map((word) => [word, `${short(word)} (${statusOf(operation, word)})`] as const),
  ];
};
