import { useEffect, useState } from 'preact/hooks';

/** What was asked for: nothing at first, afterwards the last that came, and why no newer one did. */
export interface Loaded<Content> {
  readonly content?: Content;
  readonly error?: Error;
}

/** Loads something, and loads it anew whenever a thing of `since` is another. */
export const useLoaded = <Content>(
  load: () => Promise<Content> | undefined,
  since: readonly unknown[],
): Loaded<Content> => {
  const [loaded, setLoaded] = useState<Loaded<Content>>({});
  useEffect(() => {
    let isLate = false;
    load()?.then(
      (content) => isLate || setLoaded({ content }),
      (error: Error) => isLate || setLoaded(({ content }) => ({ ...(content !== undefined && { content }), error })),
    );
    return () => {
      isLate = true;
    };
  }, since);
  return loaded;
};
