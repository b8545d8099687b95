import { machnetIndividual } from 'amend/machnet';
import { loadSubjects, loadTold, makeMatrix, stateNames, states, type Told } from 'amend/matrix';
import { expect, test } from 'vitest';
import { renderSvg } from './render-svg.ts';
import { cellSize, signs } from './signs.ts';
import { fontSize } from './style-sheet.ts';
import { codeWidth, textWidth } from './text-width.ts';

const subjects = await loadSubjects();
const told = await loadTold();
const picture = renderSvg(makeMatrix(subjects, told));

const hostile = `<script>& &amp;]]>"'\u0000`;
const oddTold: Told = { provider: hostile, status: 'verified', event: hostile, word: hostile, reason: hostile };
const odd = renderSvg(
  makeMatrix([{ provider: hostile, variant: hostile, operation: machnetIndividual.update }], [oddTold]),
);

/** The first thing that no XML parser accepts. */
const defectOf = (xml: string): string | undefined => {
  const open: string[] = [];
  let end = 0;
  for (const { 0: tag, index, groups = {} } of xml.matchAll(
    /<(?<close>\/)?(?<name>[a-z]+)(?:\s+[a-z][\w:-]*="[^"<]*")*(?<empty>\/)?>/giu,
  )) {
    const text = xml.slice(end, index);
    if (/<|&(?!amp;|lt;|gt;|quot;)|\]\]>/u.test(text + tag.slice(1))) return `${text}${tag}`;
    end = index + tag.length;
    if (groups.close && open.pop() !== groups.name) return tag;
    if (!groups.close && !groups.empty) open.push(groups.name ?? '');
  }
  return open.length > 0 || end !== xml.length ? xml.slice(end) || open.join() : undefined;
};

test.each([
  ['all providers', picture],
  ['a provider with an odd name', odd],
])('%s: well-formed XML', (_, svg) => {
  expect(defectOf(svg)).toBeUndefined();
  expect(svg).not.toContain('\u0000');
});

test.each(['<a><b></a></b>', '<a>&nbsp;</a>', '<a', '<a>< b</a>', '<a b="<"/>', '<a>', '<a/>tail'])(
  'the check of XML refuses %s',
  (svg) => {
    expect(defectOf(svg)).toBeDefined();
  },
);

test('needs nothing from elsewhere, and runs nothing', () => {
  expect(picture).not.toMatch(/<script|<foreignObject|<image|@import|@font-face|url\(|\bon\w+=/i);
  // An address in a reason is text; what a reader would load stands in an attribute.
  const addresses = [...picture.matchAll(/="([a-z]+:[^"]*)"/g)].map(([, address]) => address);
  expect(addresses).toEqual(['http://www.w3.org/2000/svg']);
  for (const [, target] of picture.matchAll(/href="([^"]+)"/g)) expect(picture).toContain(`id="${target?.slice(1)}"`);
});

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const withoutEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The room that each text and each cell takes up. */
const boxesIn = (svg: string): Box[] => {
  const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" class="(\w+)([^"]*)">([^<]*)</g)].map(
    ([, x, y, style, others, content = '']) => {
      const size = fontSize[style as keyof typeof fontSize];
      const wide =
        style === 'field' ? codeWidth(withoutEntities(content), size) : textWidth(withoutEntities(content), size);
      const left = Number(x) - (others?.includes('middle') ? wide / 2 : 0);
      return { name: content, left, right: left + wide, top: Number(y) - size * 0.8, bottom: Number(y) + size * 0.25 };
    },
  );
  const cells = [...svg.matchAll(/<use href="#amend-([\w-]+)" x="([\d.]+)" y="([\d.]+)"/g)].map(
    ([, name = '', x, y]) => {
      const [width, height] = name === 'absent' ? [4, 4] : [cellSize.width, cellSize.height];
      const [left, top] = [Number(x) - width / 2, Number(y) - height / 2];
      return { name, left, right: left + width, top, bottom: top + height };
    },
  );
  return [...texts, ...cells].filter(({ left, right }) => right > left);
};

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** As if there were more providers. */
const times = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    subjects.map((subject) => ({ ...subject, provider: `${subject.provider}${index}` })),
  ).flat();

const longTold: Told = {
  provider: 'a-provider-with-a-long-name',
  status: 'unverified',
  event: 'user.identity.verification.review.pending',
  word: 'REVIEW_IS_PENDING_AT_THE_PROVIDER',
  doubts: ['unverified-origin', 'no-user-id'],
  reason: '',
};

test.each<[name: string, some: typeof subjects, told: readonly Told[]]>([
  ['all providers', subjects, told],
  ['one provider', subjects.slice(3, 4), []],
  ['one more', [...subjects, { provider: 'more', operation: machnetIndividual.update }], told],
  ['twice as many', times(2), [...told, ...told]],
  ['long names', subjects, [longTold, ...told]],
])('%s: no text and no cell lies over another or beyond the page', (_, some, tellers) => {
  const svg = renderSvg(makeMatrix(some, tellers));
  const [, width, height] = svg.match(/viewBox="0 0 (\S+) (\S+)"/)?.map(Number) ?? [];
  const boxes = boxesIn(svg);
  expect(boxes.length).toBeGreaterThan(50);
  for (const box of boxes) {
    expect(box).toMatchObject({ left: expect.toSatisfy((left: number) => left >= 16) });
    expect(box.right, box.name).toBeLessThanOrEqual((width ?? 0) - 16);
    expect(box.bottom, box.name).toBeLessThanOrEqual((height ?? 0) - 16);
  }
  const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
  expect(pairs.filter(([one, other]) => overlap(one, other)).map((pair) => pair.map(({ name }) => name))).toEqual([]);
});

test.each([1, 2, 5])('with %i times as many providers, it is about as wide as a README', (count) => {
  const svg = renderSvg(makeMatrix(times(count)));
  expect(Number(svg.match(/ width="(\d+)"/)?.[1])).toBeLessThanOrEqual(900);
  for (const { provider } of times(count)) expect(svg).toContain(`middle">${provider}</text>`);
});

test('every state has a sign of its own shape, and an entry in the legend', () => {
  expect(new Set(Object.values(signs)).size).toBe(stateNames.length);
  for (const name of stateNames) expect(picture).toContain(`>${states[name].meaning}</text>`);
});

test('says in words what is closed, and of each cell why', () => {
  const description = picture.match(/<desc [^>]*>([^<]*)/)?.[1];
  expect(description).toContain('machnet individual verified: firstName (lock)');
  expect(description).toContain('externalId (echo)');
  expect(picture).toContain('<title>ssn can never change (Stilt, Update a user, introduction); leave it out.</title>');
});

test('is drawn for light and for dark pages', () => {
  expect(picture.match(/@media \(prefers-color-scheme:dark\)/g)).toHaveLength(1);
});

test('says by which event each status arrives', () => {
  for (const { event, word, status } of told.filter((each) => each.event))
    for (const shown of [event, word, status]) expect(picture).toContain(`>${shown}<`);
  for (const { reason } of told) expect(picture.match(/<desc [^>]*>([^<]*)/)?.[1]).toContain(reason);
  expect(renderSvg(makeMatrix(subjects))).not.toContain('told by webhook');
});
