// What holds for whatever is made up, ten times as often as the short tests try it.

import './path-issues.test.ts';
import './retry.test.ts';
import './safe-json.test.ts';
