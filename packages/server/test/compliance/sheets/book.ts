/** Ledgers as an inspector fills them in by hand, beside the records that they are of. */

export interface Entry {
  readonly stage: string;
  /** The name of the example of its pack. */
  readonly example: string;
  /** In China: 2026-10-01 08:00. */
  readonly at: string;
  /** Lot or code, in place of what the example names. */
  readonly unit: string;
  /** What it says beside the example, or instead. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** All of one pack. */
export interface Book {
  readonly entries: readonly Entry[];
  /** By the id of the ledger. */
  readonly sheets: Readonly<Record<string, Sheet>>;
}
