/** What is expected of the columns of a table. */

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type ColumnKind = 'text' | 'date' | 'dateTime' | 'number' | 'code' | 'choice';

export interface Choice {
  readonly code: string;
  /** In every language, and what people write in its place. */
  readonly names: readonly string[];
}

export interface ColumnSpec {
  readonly id: string;
  /** In every language, and what people write in their place; the first stands in templates. */
  readonly names: readonly string[];
  readonly kind: ColumnKind;
  readonly choices?: readonly Choice[];
  readonly required?: boolean;
  /** That may stand behind a number. */
  readonly units?: readonly string[];
  /** How many digits a code has where it is all digits; a number of fewer may have lost a zero at its beginning. */
  readonly digits?: number;
}
