import { expect, test } from 'vitest';
import { onOneLine, visible } from './visible.ts';

test.each([
  ['a window title and a cleared screen', '\u001b]0;x\u0007\u001b[2J', '\\u001b]0;x\\u0007\\u001b[2J', '?]0;x??[2J'],
  ['a return to the line’s begin', 'a\rb', 'a\\u000db', 'a?b'],
  ['another direction', '\u202e\u2066x', '\\u202e\\u2066x', '??x'],
  ['what is beyond the first plane', '\u{e0001}', '\\udb40\\udc01', '?'],
  ['lines, letters and joiners', 'é\n\u200dx', 'é\n\u200dx', 'é?\u200dx'],
])('%s', (_, given, shown, short) => {
  expect([visible(given), onOneLine(given)]).toEqual([shown, short]);
});
