/**
 * What a person has to set right before anything can be done: a name that nobody has, a variable that is not set. Its one
 * sentence tells the way out, and never holds a value.
 */
export class SetupError extends Error {
  override readonly name: string = 'SetupError';
}
