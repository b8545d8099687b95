/** What became of a cell that was tried at its provider. */
export type Mark = 'agrees' | 'differs' | 'undecided' | 'not-tried';

const disc = '<circle class="page" r="5.5"/>';

/** One sign for each, which is told by its shape alone, too. */
export const marks: { readonly [Name in Mark]: string } = {
  agrees: `${disc}<g class="editable"><path class="stroke" d="M-2.5 .2-.8 2 2.6-2"/></g>`,
  differs: `${disc}<g class="locked"><path class="stroke" d="M-2.4-2.4 2.4 2.4M-2.4 2.4 2.4-2.4"/></g>`,
  undecided: `${disc}<g class="by-kind"><path class="stroke" d="M-2.6 0H2.6"/></g>`,
  'not-tried': `${disc}<g class="absent"><circle class="stroke" r="2.4"/></g>`,
};

/** What each means, for the legend. */
export const markMeanings: { readonly [Name in Mark]: string } = {
  agrees: 'Checked, and so it is',
  differs: 'The provider does something else',
  undecided: 'Accepted, and not shown',
  'not-tried': 'Not tried',
};

export const markNames = Object.keys(marks) as Mark[];
