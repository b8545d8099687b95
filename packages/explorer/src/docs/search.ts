/** What the search finds: a name, what it is, other names of it, and where it stands. */
interface Found {
  readonly name: string;
  readonly what: string;
  readonly also?: string;
  readonly to: string;
}

const most = 12;

const input = document.getElementById('find') as HTMLInputElement;
const list = document.getElementById('found') as HTMLUListElement;
const count = document.getElementById('count') as HTMLParagraphElement;
const index = new URL(input.dataset.index ?? '', document.baseURI).href;

let found: Promise<readonly Found[]> | undefined;
/** It is asked for when somebody searches; as a script, since a page that is opened from a disk may fetch nothing. */
const load = (): Promise<readonly Found[]> => {
  found ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve((window as unknown as { amendFound: readonly Found[] }).amendFound);
    script.onerror = reject;
    script.src = index;
    document.head.append(script);
  });
  return found;
};

/** The page whose folder this is; from a disk the one file works, and the other does not. */
const inPage = (href: string): string =>
  location.protocol === 'file:'
    ? href.replace(new URL('../index.html', index).href, new URL('../explorer.html', index).href)
    : href;
for (const link of document.links) link.href = inPage(link.href);

/** How well a name fits; nothing if it does not. Each word has to be somewhere. */
const rank = ({ name, what, also = '' }: Found, words: readonly string[]): number | undefined => {
  const [lower, first = ''] = [name.toLowerCase(), words[0]];
  if (!words.every((word) => `${name} ${what} ${also}`.toLowerCase().includes(word))) return undefined;
  if ([lower, ...also.toLowerCase().split(' ')].includes(first)) return 0;
  return lower.startsWith(first) ? 1 : lower.includes(first) ? 2 : 3;
};

const line = ({ name, what, also, to }: Found): HTMLLIElement => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = inPage(new URL(to, index).href);
  link.textContent = name;
  const more = document.createElement('span');
  more.textContent = [what, also].filter(Boolean).join(' · ');
  item.append(link, more);
  return item;
};

const show = async (): Promise<void> => {
  const text = input.value.trim().toLowerCase();
  const words = text.split(/\s+/);
  const all = text === '' ? [] : await load().catch(() => undefined);
  // Who has typed on is answered by the next call.
  if (input.value.trim().toLowerCase() !== text) return;
  const fitting = (all ?? [])
    .map((each) => ({ each, place: rank(each, words) ?? -1 }))
    .filter(({ place }) => place >= 0)
    .toSorted((a, b) => a.place - b.place || a.each.name.length - b.each.name.length);
  const best = fitting.slice(0, most);
  list.replaceChildren(...best.map(({ each }) => line(each)));
  const more = fitting.length > most ? `, the best ${most} of ${fitting.length}` : '';
  if (!all) {
    found = undefined;
    count.textContent = 'The list of names could not be loaded.';
  } else if (text === '') count.textContent = '';
  else count.textContent = best.length === 0 ? 'Nothing has this name.' : `${best.length} found${more}`;
};

input.disabled = false;
input.addEventListener('focus', () => load().catch(() => {}));
input.addEventListener('input', show);
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement;
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
  }
  if (event.key === 'Escape' && event.target === input) {
    input.value = '';
    show();
  }
});
// On a narrow screen the list of pages is in the way of the page.
if (matchMedia('(width < 60rem)').matches) document.querySelector('nav details')?.removeAttribute('open');
