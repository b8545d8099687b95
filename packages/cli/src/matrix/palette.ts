import type { State } from 'amend/matrix';

/** A sign and the ground that it stands on. */
interface Pair {
  readonly mark: string;
  readonly ground: string;
}

/** The colours of the picture on one background. */
export interface Palette {
  readonly page: string;
  readonly band: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly states: Readonly<Record<State, Pair>>;
}

/** Okabe and Ito's hues, which colour-blind readers can tell apart, as dark as light pages need them. */
export const light: Palette = {
  page: '#ffffff',
  band: '#f4f6f8',
  line: '#d1d9e0',
  text: '#1f2328',
  muted: '#59636e',
  states: {
    editable: { mark: '#006b4c', ground: '#d3efe4' },
    undocumented: { mark: '#006b4c', ground: '#ffffff' },
    'by-kind': { mark: '#8a3167', ground: '#f7e0ee' },
    locked: { mark: '#9c3a00', ground: '#fddcc8' },
    never: { mark: '#3d444d', ground: '#dde2e8' },
    echo: { mark: '#00568f', ground: '#d4e9f9' },
    absent: { mark: '#76808b', ground: '#ffffff' },
  },
};

/** The same hues, as bright as dark pages need them. */
export const dark: Palette = {
  page: '#0d1117',
  band: '#161b22',
  line: '#30363d',
  text: '#e6edf3',
  muted: '#9198a1',
  states: {
    editable: { mark: '#56d9ad', ground: '#10382d' },
    undocumented: { mark: '#56d9ad', ground: '#0d1117' },
    'by-kind': { mark: '#eda6ce', ground: '#43213a' },
    locked: { mark: '#ff9f68', ground: '#4c230d' },
    never: { mark: '#c3cad3', ground: '#333a44' },
    echo: { mark: '#7cc7f7', ground: '#10324d' },
    absent: { mark: '#76808b', ground: '#0d1117' },
  },
};
