import { providerNames } from 'amend/providers';

/** Where the mock listens if no port is asked for. */
export const defaultPort = 4010;

/** The flags of `amend-mock`, which `amend mock` has too: what each takes, and what it does. */
export const mockFlags = {
  port: {
    type: 'string',
    value: 'NUMBER',
    about: `from 0 to 65535, where 0 takes any free port; ${defaultPort} by default`,
  },
  host: {
    type: 'string',
    value: 'ADDRESS',
    about: 'where to listen; 127.0.0.1 by default, which only this machine can reach',
  },
  only: {
    type: 'string',
    multiple: true,
    value: 'PROVIDER',
    about: `serve this provider alone (${providerNames.join(', ')}); may be given several times`,
  },
  seed: { type: 'string', value: 'TEXT', about: 'make the same ids and times again in each run' },
  secrets: {
    type: 'string',
    value: 'FILE',
    about: 'check signatures and keys against those in this JSON file, by provider',
  },
  origin: {
    type: 'string',
    multiple: true,
    value: 'ORIGIN',
    about:
      'let pages of this origin call, and no others; may be given several times; by default, pages of this machine may call the providers',
  },
  'allow-host': {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about: "another name of the mock, such as its service's in Docker; may be given several times",
  },
  'allow-webhooks-to': {
    type: 'string',
    multiple: true,
    value: 'HOST',
    about: 'let webhooks go to this host, beside this machine; may be given several times',
  },
  pages: {
    type: 'string',
    value: 'FOLDER',
    about: 'serve the static files of this folder too; a browser gets its index.html at /',
  },
} as const;

/** The same as text, in at most 80 columns. */
export const flagsHelp = Object.entries(mockFlags)
  .map(([name, { value, about }]) => `  --${name} ${value}${about.replaceAll(/(.{1,72})(?: |$)/g, '\n      $1')}`)
  .join('\n');
