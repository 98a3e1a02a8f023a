/** A gesture that nobody could make: what it names is not on the screen. */
export class Impossible extends Error {
  override name = 'Impossible';
}
