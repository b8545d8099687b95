// What holds for whatever is made up, ten times as often as the short tests try it.

import './field-schema.test.ts';
import './fields-for-all.test.ts';
import './form-of.test.ts';
import './patch-json-schema.test.ts';
import './plan.prototype.test.ts';
import './plan.reading.test.ts';
