const weightOf = (parameters: readonly string[]): number => {
  const [, weight = '1'] = parameters.map((each) => /^\s*q\s*=\s*(.*?)\s*$/i.exec(each)).find(Boolean) ?? [];
  return Number(weight) || 0;
};

/**
 * Which of the media types that there are a caller takes, the best by its weights; of equals the first. Nothing if it takes
 * none of them.
 */
export const chooseMedia = (accept = '*/*', offered: readonly string[] = []): string | undefined => {
  const weights = new Map<string, number>();
  for (const range of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';');
    weights.set(name.trim(), weights.get(name.trim()) ?? weightOf(parameters));
  }
  const weigh = (media: string): number =>
    weights.get(media) ?? weights.get(`${media.split('/')[0]}/*`) ?? weights.get('*/*') ?? 0;
  return offered.filter((media) => weigh(media) > 0).toSorted((a, b) => weigh(b) - weigh(a))[0];
};

/** Whether a caller takes JSON. */
export const acceptsJson = (accept: string | undefined): boolean =>
  chooseMedia(accept, ['application/json']) !== undefined;
