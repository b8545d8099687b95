/** Whether a value can limit how much or how often; without end, if it is infinite. */
export const isLimit = (value: unknown): value is number => typeof value === 'number' && value >= 0;

/** Whether a value can be a time-out, in milliseconds: 0 means "at once" to some and "never" to others, so neither. */
export const isTimeout = (value: unknown): value is number => isLimit(value) && value > 0;
