/** A contract holds something that the generator does not handle. The message names the file, the line and a way out. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}
