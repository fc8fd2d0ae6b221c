/** A guide as the build makes it of its file in `docs/guides`. */

export type Inline =
  | string
  | { readonly is: 'strong' | 'em'; readonly of: readonly Inline[] }
  | { readonly is: 'code'; readonly text: string }
  /** `to` is a page of the console, which begins with a stroke, or another site. */
  | { readonly is: 'link'; readonly to: string; readonly of: readonly Inline[] }
  | Picture
  | { readonly is: 'break' };

export interface Picture {
  readonly is: 'picture';
  /** Of the file as it is built. */
  readonly address: string;
  /** For whoever does not see it. */
  readonly words: string;
  readonly width: number;
  readonly height: number;
}

export interface Heading {
  readonly is: 'heading';
  readonly level: number;
  /** In the page's address, the same in both languages: made of the English words. */
  readonly id: string;
  readonly of: readonly Inline[];
}

export type Block =
  | Heading
  | { readonly is: 'text'; readonly of: readonly Inline[] }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'list'; readonly first?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly is: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };

export type Cell = readonly Inline[];

export interface Guide {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a reader reads of it, without marks and pictures. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(plain).join('');
}

function plain(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.is) {
    case 'code':
      return inline.text;
    case 'picture':
      return '';
    case 'break':
      return ' ';
    default:
      return plainText(inline.of);
  }
}
