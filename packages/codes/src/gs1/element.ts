/** One element of an element string or Digital Link: what an application identifier says of the thing. */
export interface Element {
  readonly ai: string;
  readonly value: string;
}
