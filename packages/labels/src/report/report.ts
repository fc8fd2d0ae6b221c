/** What a report of some pages is made of, before it is known where each page ends. */
export interface Report {
  readonly title: string;
  /** On top of each page, left and right. */
  readonly header: readonly [left: string, right: string];
  /** At the foot of each page: which of how many it is. */
  footer(page: number, pages: number): string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly is: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly is: 'table'; readonly columns: readonly ReportColumn[]; readonly rows: readonly (readonly string[])[] };

export interface ReportColumn {
  readonly label: string;
  /** Of the width of the page, beside those of the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}
