/** Where the explorer's files are; loaded, and from sources made, when a browser first asks for them. */
export const explorerPages = async (): Promise<URL> => (await import('@amend/explorer')).pagesUrl;

/** The line that names it, before all others: it is the easiest way in. */
export const explorerLine = (url: string): string => `Explorer  ${url}/\n`;
