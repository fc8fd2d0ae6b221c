/** The database cannot be opened, or does not keep what it acknowledges; the message says what to do, in one line. */
export class UnfitDatabase extends Error {
  override name = 'UnfitDatabase';
}
