// What holds for whatever is made up, ten times as often as the short tests try it.

import './fronts.test.ts';
import './members.test.ts';
