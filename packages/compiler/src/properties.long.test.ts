// All of what the short tests try in part.

import './lint/check-pattern.test.ts';
import './print/render-contract.test.ts';
