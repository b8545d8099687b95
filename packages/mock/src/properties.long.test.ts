// What the short tests try in part, and what is made up ten times as often.

import './contract.test.ts';
import './events.test.ts';
import './fronts.test.ts';
import './limits.test.ts';
import './lost.test.ts';
import './members.test.ts';
import './webhooks/queue.test.ts';
