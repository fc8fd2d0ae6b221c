/** What reading a code comes to: a value, or the reason why there is none. Nothing in this package throws. */

/**
 * Why a code is not well-formed: a part too short or too long, a character its kind does not allow, a check that does
 * not come out, a date that does not exist, or a value that no list or other part of the code bears out. The number of a
 * person is no code at all, however well-formed.
 */
export type Reason = 'length' | 'alphabet' | 'check-digit' | 'date' | 'registry' | 'personal-number';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (reason: Reason): Parsed<never> => ({ ok: false, reason });

/** A text for people, Chinese first. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What kind of thing a code names. */
export type Names =
  | 'class'
  | 'lot'
  | 'instance'
  | 'logistic'
  | 'asset'
  | 'party'
  | 'place'
  | 'document'
  | 'licence'
  | 'service'
  | 'pattern'
  | 'unknown';
