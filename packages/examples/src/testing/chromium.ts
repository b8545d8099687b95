import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Where a Chromium is: in `CHROMIUM`, or among the programs. Without one it is said, and nothing if the tests may do without.
 *
 * @throws {Error} on CI, where one has to be.
 */
export const findChromium = (): string | undefined => {
  const { CHROMIUM, PATH = '', CI } = process.env;
  const places = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = CHROMIUM || places.find(isThere);
  if (found !== undefined) return found;
  const missing = 'No Chromium is here: install one (Debian: apt-get install chromium), or name it in CHROMIUM.';
  if (CI) throw new Error(missing);
  console.warn(`${missing} The tests in a browser are skipped.`);
  return undefined;
};
