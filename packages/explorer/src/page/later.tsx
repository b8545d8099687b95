/** @jsxImportSource preact */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is loaded when it is first looked at. */
export const later = <Given extends object>(load: () => Promise<ComponentType<Given>>): ComponentType<Given> => {
  let loaded: ComponentType<Given> | undefined;
  return (given) => {
    const [View, setView] = useState<ComponentType<Given> | undefined>(() => loaded);
    useEffect(() => {
      load().then((found) => {
        loaded = found;
        setView(() => found);
      });
    }, []);
    return View ? <View {...given} /> : null;
  };
};
