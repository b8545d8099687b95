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
const index = new URL(input.dataset.index ?? '', document.baseURI);

let found: Promise<readonly Found[]> | undefined;
/** It is asked for when somebody searches. */
const load = (): Promise<readonly Found[]> => {
  found ??= fetch(index).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
  return found;
};

/** How well a name fits; nothing if it does not. Each word has to be somewhere. */
const rank = ({ name, what, also = '' }: Found, words: readonly string[]): number | undefined => {
  const all = `${name} ${what} ${also}`.toLowerCase();
  if (!words.every((word) => all.includes(word))) return undefined;
  const [first = ''] = words;
  const lower = name.toLowerCase();
  const names = also.toLowerCase().split(' ');
  if (lower === first || names.includes(first)) return 0;
  return lower.startsWith(first) ? 1 : lower.includes(first) ? 2 : 3;
};

const line = ({ name, what, also, to }: Found): HTMLLIElement => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = new URL(to, index).href;
  link.textContent = name;
  const more = document.createElement('span');
  more.textContent = [what, also].filter(Boolean).join(' · ');
  item.append(link, more);
  return item;
};

const show = async (): Promise<void> => {
  const text = input.value.trim().toLowerCase();
  if (text === '') {
    list.replaceChildren();
    count.textContent = '';
    return;
  }
  try {
    const words = text.split(/\s+/);
    const all = await load();
    // Who has typed on is answered by the next call.
    if (input.value.trim().toLowerCase() !== text) return;
    const fitting = all.flatMap((each) => {
      const place = rank(each, words);
      return place === undefined ? [] : [{ each, place }];
    });
    const best = fitting
      .toSorted((a, b) => a.place - b.place || a.each.name.length - b.each.name.length)
      .slice(0, most);
    list.replaceChildren(...best.map(({ each }) => line(each)));
    const more = fitting.length > most ? `, the best ${most} of ${fitting.length}` : '';
    count.textContent = fitting.length === 0 ? 'Nothing has this name.' : `${best.length} found${more}`;
  } catch {
    found = undefined;
    count.textContent = 'The list of names could not be loaded; it needs a web server.';
  }
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
