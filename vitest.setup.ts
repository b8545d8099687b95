import { describe, test } from 'vitest';

// A table without a row makes no test, and what makes no test cannot fail: it is refused where it stands. Where a
// table may be empty, an `if` before it says so.

interface Table {
  each: (rows: readonly unknown[], ...rest: readonly unknown[]) => unknown;
}

for (const suite of [test, describe] as unknown as Table[]) {
  const { each } = suite;
  suite.each = function (rows, ...rest) {
    if (rows.length === 0) throw new Error('A table of tests has no row: nothing would be tested.');
    return each.call(this, rows, ...rest);
  };
}
