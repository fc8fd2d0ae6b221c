/** A box, or the place in a column where a long link passes. */
export interface Cell {
  readonly width: number;
  readonly height: number;
  column: number;
  /** Place in its column. */
  order: number;
  /** Of its middle. */
  y: number;
  readonly ins: Cell[];
  readonly outs: Cell[];
}
