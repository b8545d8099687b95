/** As much of MSW's `http` as is needed, so that the mock depends on no version of it. */
export interface Http<Handler> {
  readonly all: (address: RegExp, resolver: (info: { readonly request: Request }) => Promise<Response>) => Handler;
}

export type Handlers = <Handler>(http: Http<Handler>) => Handler[];
