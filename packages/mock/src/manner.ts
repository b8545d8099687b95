/** Where the mock's own API is. */
export const controlPrefix = '/__amend';

/** What a server is strict about, and how it says so. */
export interface Manner {
  /** Whether a path is for tools and pages of its own origin alone. */
  readonly isControl: (pathname: string) => boolean;
  /** The name of what is so. */
  readonly control: string;
  /** Why a name of the `Host` header is none, and what to do. */
  readonly noName: string;
  /** What lets another page in, if anything does. */
  readonly wayIn: string;
}

/** The mock's: its control is strict. */
export const ofMock: Manner = {
  isControl: (pathname) => pathname === controlPrefix || pathname.startsWith(`${controlPrefix}/`),
  control: controlPrefix,
  noName:
    'The Host header holds no name of this mock; start it with --allow-host NAME, or make it with the option hosts.',
  wayIn: '; start the mock with --origin ORIGIN, or make it with the option origins, to let one in',
};

/** Of a page of this machine that shows what is nobody else's: all is strict, and no other page is let in. */
export const ofPage: Manner = {
  isControl: () => true,
  control: 'This server',
  noName: 'The Host header holds no name of this machine.',
  wayIn: '',
};
