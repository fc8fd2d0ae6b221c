/** The page of a link that somebody shared: which goods, what happened to them, one after the other. */
import type { Language } from '../language.ts';
import type { Party } from './goods.ts';
import type { Name, Text } from './words.ts';

export interface SharePage {
  readonly kind: 'share';
  readonly lang: Language;
  readonly query?: string;
  readonly sharedBy: { readonly name: string };
  /** Milliseconds since 1970-01-01T00:00:00Z: until when the link counts, and when this was asked. */
  readonly until: number;
  readonly askedAt: number;
  /** One event of a trace, and not the whole of it. */
  readonly isOneEvent: boolean;
  readonly goods: readonly SharedGoods[];
  /** In the order of the chain. */
  readonly steps: readonly SharedStep[];
  /** How many steps the page leaves out. */
  readonly cut?: number;
  /** More may be recorded than was looked at. */
  readonly isPart?: boolean;
}

export interface SharedGoods {
  readonly code: string;
  readonly name?: Name;
}

export interface SharedStep {
  readonly time?: number;
  readonly step?: Text;
  readonly place?: { readonly code: string; readonly name?: Name };
  readonly party?: Party;
  /** Another recorded it, and not all of it is told to who shares the link. */
  readonly isHidden: boolean;
  /** Its record stands in the log. */
  readonly isVerified: boolean;
  readonly declaredInError?: boolean;
  readonly disputed?: boolean;
}
