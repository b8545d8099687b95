import { useEffect, useState } from 'preact/hooks';
import type { Mock } from './mock.ts';

/** What the mock's control lists under a path, read anew whenever something of `since` is another; nothing until then. */
export const useAsked = <Each>({ address, ask }: Mock, path: string, since: readonly unknown[]): readonly Each[] => {
  const [list, setList] = useState<readonly Each[]>([]);
  useEffect(() => {
    if (address !== undefined)
      ask(path).then(
        (found) => setList(found as readonly Each[]),
        () => {},
      );
  }, [address, ...since]);
  return list;
};
