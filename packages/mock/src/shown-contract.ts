/** A contract, as the mock's control lists it: where it is called here, and where it is read. */
export interface ShownContract {
  readonly provider: string;
  readonly version: string;
  readonly url: string;
  readonly json: string;
  readonly yaml: string;
}
