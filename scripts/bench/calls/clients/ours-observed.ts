import type { Create } from '../clients.ts';
import { createWith } from './ours.ts';

/** What a log or a metric would take of each call. */
const taken = { milliseconds: 0 };

export const create: Create = (target) =>
  createWith(
    {
      observe: () => ({
        attempt: (attempt) => {
          taken.milliseconds += attempt.milliseconds;
        },
        end: (end) => {
          taken.milliseconds += end.milliseconds;
        },
      }),
    },
    target,
  );
