/** @jsxImportSource preact */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Empty } from './parts.tsx';

const Missing = () => <Empty>This part of the page did not come; load the page anew.</Empty>;

/** A part of the page that is loaded when it is first looked at. */
export const later = <Given extends object>(load: () => Promise<ComponentType<Given>>): ComponentType<Given> => {
  let loaded: ComponentType<Given> | undefined;
  return (given) => {
    const [View, setView] = useState<ComponentType<Given> | undefined>(() => loaded);
    useEffect(() => {
      load().then(
        (found) => {
          loaded = found;
          setView(() => found);
        },
        () => setView(() => Missing),
      );
    }, []);
    return View ? <View {...given} /> : null;
  };
};
