// Ten times as many webhooks as the short tests try.

import './webhook-witnesses.test.ts';
