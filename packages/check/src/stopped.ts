/** Nothing more is tried: what is left is told as `not tried`, with this reason. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
