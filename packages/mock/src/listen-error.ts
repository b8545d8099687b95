const reasons: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `port ${port} is in use; choose another with --port`,
  EACCES: (port) => `port ${port} needs more rights; choose one above 1023 with --port`,
  EADDRNOTAVAIL: () => 'this machine has no such address; choose another with --host',
  ENOTFOUND: () => 'no address has this name; choose another with --host',
};

/** Why a server cannot listen, in one sentence with the way out. */
export const describeListenError = (
  error: unknown,
  { host, port }: { host: string; port: number },
  who = 'The mock',
): string => {
  const { code = 'an unknown error' } = error as NodeJS.ErrnoException;
  return `${who} cannot listen on ${host}: ${reasons[code]?.(port) ?? code}.`;
};
