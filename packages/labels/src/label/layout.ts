/**
 * What a label looks like, as data. Texts have places: `{lot}` is the value of a field, `{basis=tested}` is ■ where the field
 * has that value and □ where not, `{expiry:yymmdd}` is a day as GS1 writes it. Millimetres from the top left corner of the label.
 */
import type { Text } from '@suyuan/codes';
import type { Rectangle } from '../paper/surface.ts';
import type { Weight } from '../paper/typeface.ts';

export const SYMBOLOGIES = ['qr', 'gs1-datamatrix', 'gs1-128', 'code-128', 'han-xin'] as const;
export type Symbology = (typeof SYMBOLOGIES)[number];

export interface TextItem extends Rectangle {
  readonly kind: 'text';
  /** Not printed where it has places and all of them are empty. */
  readonly text: string;
  readonly sizePt: number;
  /** How small the text may become to fit. */
  readonly sizeLeastPt?: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'centre' | 'right';
  readonly linesMax?: number;
}

/** As large as its box allows, in the middle of it, quiet zone included. */
export interface SymbolItem extends Rectangle {
  readonly kind: 'symbol';
  readonly symbology: Symbology;
  /** For GS1 symbols elements in brackets: `(01){gtin}(10){lot}`. */
  readonly text: string;
  /** What it says must be a code of one of these schemes of `@suyuan/codes`. */
  readonly schemes?: readonly string[];
}

/** Filled: as thick as its box. */
export interface LineItem extends Rectangle {
  readonly kind: 'line';
}

export interface BoxItem extends Rectangle {
  readonly kind: 'box';
  readonly thicknessMm: number;
}

export type Item = TextItem | SymbolItem | LineItem | BoxItem;

export interface LabelField {
  readonly id: string;
  readonly name: Text;
  /** May be left out: its places are then empty, and a symbol or an element of nothing else is left out. */
  readonly isOptional?: true;
  /** The only values that it may have. */
  readonly choices?: readonly { readonly id: string; readonly name: Text }[];
  /** What the program fills in: the link to the page of what was chosen, that of the next serial, the next logistic unit. */
  readonly given?: 'link' | Numbering;
  /** Another on each label: one code, one pack. It was given out by somebody else, or is made by the enterprise. */
  readonly isOfEach?: true;
  /** Must be a code of one of these schemes of `@suyuan/codes`. */
  readonly schemes?: readonly string[];
  /** A web address. */
  readonly isAddress?: true;
  /** The rule by which it is on the label. */
  readonly rule?: Text;
}

export type Numbering = 'serial' | 'sscc';

export interface Layout {
  readonly id: string;
  readonly name: Text;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly fields: readonly LabelField[];
  readonly items: readonly Item[];
  /** What fields contradict each other in. */
  readonly refuse?: (values: LabelValues) => { readonly fields: readonly string[]; readonly message: Text } | undefined;
}

/** Field to value. */
export type LabelValues = Readonly<Record<string, string>>;
