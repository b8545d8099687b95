/** A page as programs read it. */
export interface Text {
  readonly path: string;
  readonly title: string;
  readonly group: string;
  readonly summary: string;
  readonly markdown: string;
}

const intro = `# Amend

> One change to a user, sent correctly to every provider that knows that user. Every provider is written down once, as an
> OpenAPI contract with rules about which fields may still change once a person is verified; clients, plans, the mock and the
> command follow from it.`;

/** What a language model is given first (llmstxt.org): the pages, each in a line. */
export const llms = (
  texts: readonly Text[],
  contracts: readonly { readonly title: string; readonly path: string }[],
): string => {
  const line = ({ path, title, summary }: Pick<Text, 'path' | 'title' | 'summary'>): string =>
    `- [${title}](${path})${summary && `: ${summary}`}`;
  const groups = [...new Set(texts.map(({ group }) => group))].map(
    (group) =>
      `## ${group}\n\n${texts
        .filter((text) => text.group === group)
        .map(line)
        .join('\n')}`,
  );
  const served = contracts.map(({ title, path }) =>
    line({ title, path, summary: 'the contract, as OpenAPI 3.1 in JSON' }),
  );
  return `${[intro, ...groups, `## Contracts\n\n${served.join('\n')}`, '## All in one\n\n- [llms-full.txt](llms-full.txt)'].join('\n\n')}\n`;
};

/** All texts one after the other. */
export const llmsFull = (texts: readonly Text[]): string =>
  `${[intro, ...texts.map(({ path, markdown }) => `<!-- ${path} -->\n\n${markdown.trim()}`)].join('\n\n')}\n`;
