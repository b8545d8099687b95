import type { CheckedLink, Held, LinkKey, LinkStatus, Overview } from '@amend/keep';
import type { Style } from '../style.ts';
import { type Cell, renderTable } from '../table.ts';
import { ageOf } from './age.ts';

// Names of fields, states and times; a keeper tells nothing else.

type Format = Parameters<Style['paint']>[0];

const colours: Readonly<Record<string, Format>> = {
  kept: 'green',
  pending: 'cyan',
  held: 'yellow',
  refused: 'red',
  unsupported: 'gray',
  superseded: 'gray',
  withdrawn: 'gray',
  erased: 'gray',
};

const painted = (text: string, { paint }: Style, format = colours[text]): Cell | string =>
  format ? { text, paint: (same) => paint(format, same) } : text;

const none = '–';

/** The time of a day that is today's, or else the day with it. */
const clock = (time: number, now: number): string => {
  const text = new Date(time).toISOString();
  return text.slice(0, 10) === new Date(now).toISOString().slice(0, 10)
    ? `${text.slice(11, 16)}Z`
    : `${text.slice(0, 16)}Z`;
};

const pausedOf = ({ paused }: Pick<Overview, 'paused'>, now: number): string =>
  paused ? `paused until ${clock(paused.until, now)} (${paused.reason}, ${paused.failures} failures)` : none;

const heldOf = ({ held }: Overview): string =>
  Object.entries(held)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ') || none;

const sum = (counts: Overview['held']): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** One row for each provider. */
export const renderOverview = (providers: readonly Overview[], now: number, style: Style): string => {
  const isCounted = providers.some(({ links }) => links !== undefined);
  return renderTable(
    [
      ['provider', ...(isCounted ? ['kept'] : []), 'pending', 'held', 'oldest', 'next'],
      ...providers.map((one) => [
        painted(one.provider, style, 'bold'),
        ...(isCounted ? [String((one.links ?? 0) - one.pending - sum(one.held))] : []),
        String(one.pending),
        heldOf(one),
        one.oldest === undefined ? none : ageOf(one.oldest, now),
        pausedOf(one, now),
      ]),
    ],
    style.columns,
  );
};

/** In one line, while a worker runs. */
export const renderProgress = (providers: readonly Overview[], now: number): string =>
  providers
    .filter(({ pending, held, paused }) => pending > 0 || sum(held) > 0 || paused)
    .map((one) => {
      const paused = one.paused ? `, ${pausedOf(one, now)}` : '';
      return `${one.provider}: ${one.pending} pending, ${sum(one.held)} held${paused}`;
    })
    .join('; ') || 'Everything is kept.';

const driftOf = ({ drift }: LinkStatus, now: number, style: Style): (Cell | string)[][] =>
  Object.entries(drift).map(([field, since]) => [
    '',
    field,
    painted('drifted', style, 'yellow'),
    ageOf(since, now),
    'the provider has another value than it was last seen with, or none',
  ]);

/** What a check says where it did not read. */
const unread: { readonly [Read in CheckedLink['read']]?: string } = {
  failed: 'could not be read now; what is shown is older',
  impossible: 'is read by no call, so nobody knows what it has',
};

/** One user at every provider, field by field. */
export const renderLinks = (links: readonly (LinkStatus | CheckedLink)[], now: number, style: Style): string =>
  renderTable(
    links.flatMap((link): (Cell | string)[][] => {
      const { provider, state, reason, message, nextAt, verification, fields } = link;
      const facts = [
        ...(verification ? [verification] : []),
        ...(nextAt === undefined ? [] : [`next look ${nextAt <= now ? 'now' : clock(nextAt, now)}`]),
        ...(link.paused ? [pausedOf(link, now)] : []),
        ...(message === undefined ? [] : [message]),
        ...('read' in link ? [unread[link.read] ?? []].flat() : []),
      ];
      return [
        [painted(provider, style, 'bold'), '', painted(state, style), reason ?? '', facts.join('; ')],
        ...fields.map(({ field, state: own, since, message: why = '' }) => [
          '',
          field,
          painted(own, style),
          ageOf(since, now),
          why,
        ]),
        ...driftOf(link, now, style),
      ];
    }),
    style.columns,
  );

/** What is held, the oldest first. */
export const renderHeld = (held: readonly (Held & LinkKey)[], now: number, style: Style): string =>
  held.length === 0
    ? 'Nothing is held.'
    : renderTable(
        held.map(({ userId, provider, reason, since, message = '' }) => [
          userId,
          provider,
          painted(reason, style, 'yellow'),
          ageOf(since, now),
          message,
        ]),
        style.columns,
      );
