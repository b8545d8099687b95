/** Where the demo's keeper has its database, and where the mock is. */
export interface KeptAt {
  readonly path: string;
  readonly url: string;
}

/** The variable that tells it to the worker's process. */
export const keptAt = 'AMEND_DEMO_KEPT_AT';
