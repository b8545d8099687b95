/** What a matrix says of one field, at one provider, in one status. */
export type State = 'editable' | 'undocumented' | 'by-kind' | 'locked' | 'never' | 'echo' | 'absent';

/** A state in words. */
export interface Wording {
  /** In a cell of a table of text. */
  readonly word: string;
  /** In the legend. */
  readonly meaning: string;
}

/** Every state, in the order of the legend. */
export const states: { readonly [Name in State]: Wording } = {
  editable: { word: 'yes', meaning: 'May change' },
  undocumented: { word: 'yes*', meaning: 'May change, no rules stated' },
  'by-kind': { word: 'kind', meaning: 'Depends on the document kind' },
  locked: { word: 'lock', meaning: 'Locked in this status' },
  never: { word: 'never', meaning: 'Never changes' },
  echo: { word: 'echo', meaning: 'Must be sent back unchanged' },
  absent: { word: '-', meaning: 'No such field' },
};

export const stateNames = Object.keys(states) as State[];
