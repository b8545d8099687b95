/** Takes sources out of sentences, where most of them are the same, and counts them. */
export const createFootnotes = () => {
  const sources: string[] = [];
  return {
    /** The sentence with `[1]` instead of `(its source)`. */
    mark: (sentence: string): string =>
      sentence.replace(/ \((.+)\)(?=[.,;])/, (_, source: string) => {
        if (!sources.includes(source)) sources.push(source);
        return ` [${sources.indexOf(source) + 1}]`;
      }),
    /** What the marks stand for, one in a line. */
    lines: (): string[] => sources.map((source, index) => `[${index + 1}] ${source}`),
  };
};
