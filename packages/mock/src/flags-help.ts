import { providerNames } from 'amend/providers';

/** Where the mock listens if no port is asked for. */
export const defaultPort = 4010;

/** What the flags of `amend-mock` do, which `amend mock` has too: a line or more for each. */
export const flagsHelp = `  --port NUMBER     from 0 to 65535, where 0 takes any free port; ${defaultPort} by default
  --host ADDRESS    where to listen; 127.0.0.1 by default, which only this machine can reach
  --only PROVIDER   serve this provider alone (${providerNames.join(', ')}); may be given several times
  --seed TEXT       make the same ids and times again in each run
  --secrets FILE    check signatures and keys against those in this JSON file, by provider
  --origin ORIGIN   let pages of this origin call, and no others; may be given several times; by default, pages of this
                    machine may call the providers
  --allow-host NAME another name of the mock, such as its service's in Docker; may be given several times`;
