/** A list of the server, page by page. */

export interface FoundPage<Row> {
  readonly rows: readonly Row[];
  /** Cursor of the page after this one. */
  readonly next: string | undefined;
}

/** Asks for the page that begins at the cursor, empty for the first. */
export type PageAt<Row> = (cursor: string) => Promise<FoundPage<Row>>;
