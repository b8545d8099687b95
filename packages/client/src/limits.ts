/** How long a call may take where nothing else is given, in milliseconds. */
export const defaultTimeout = 30_000;

/** The most bytes of an answer or a webhook where nothing else is given. */
export const defaultMaxBytes = 2 ** 20;

/** Whether a value can limit how much or how often; without end, if it is infinite. */
export const isLimit = (value: unknown): value is number => typeof value === 'number' && value >= 0;

/** Whether a value can be a time-out, in milliseconds: 0 means "at once" to some and "never" to others, so neither. */
export const isTimeout = (value: unknown): value is number => isLimit(value) && value > 0;
