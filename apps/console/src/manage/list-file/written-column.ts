import type { ReactNode } from 'react';

export interface WrittenColumn<Row> {
  /** Where two may have the same label. */
  readonly key?: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** What a file says; without it the words that are drawn, without those of buttons. */
  readonly text?: (row: Row) => string;
}
