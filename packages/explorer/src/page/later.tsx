/** @jsxImportSource preact */
import type { ComponentType } from 'preact';
import { useLoaded } from './loaded.ts';
import { Empty } from './parts.tsx';

/** A part of the page that is loaded when it is first looked at. */
export const later = <Given extends object>(load: () => Promise<ComponentType<Given>>): ComponentType<Given> => {
  let loaded: ComponentType<Given> | undefined;
  const loadOnce = async (): Promise<ComponentType<Given>> => {
    loaded = await load();
    return loaded;
  };
  return (given) => {
    const { content: View = loaded, error } = useLoaded(loadOnce, []);
    if (View) return <View {...given} />;
    return error ? <Empty>This part of the page did not come; load the page anew.</Empty> : null;
  };
};
