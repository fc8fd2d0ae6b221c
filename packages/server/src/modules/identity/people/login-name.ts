/** What a person types to say who it is: one spelling each, so that no two people have the same. */

export interface LoginName {
  readonly value: string;
  readonly kind: 'name' | 'phone' | 'email';
}

const LENGTH_MAX = 100;
const MAINLAND_MOBILE = /^(?:\+?86|0086)?(1[3-9]\d{9})$/;
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u;
/** Letters and digits of any script, and what joins them. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;

/** Compatibility forms and capitals are one; of a telephone, spaces and hyphens are left out. Undefined where it can be none. */
export function readLoginName(text: string): LoginName | undefined {
  const value = text.normalize('NFKC').trim().toLowerCase();
  if (value === '' || value.length > LENGTH_MAX) return undefined;
  const digits = value.replace(/[\s()-]/g, '');
  const mobile = MAINLAND_MOBILE.exec(digits)?.[1];
  if (mobile !== undefined) return { value: `+86${mobile}`, kind: 'phone' };
  if (INTERNATIONAL.test(digits)) return { value: digits, kind: 'phone' };
  if (value.includes('@')) return EMAIL.test(value) ? { value, kind: 'email' } : undefined;
  // The number of a resident is nobody's name here: it would be kept in clear, and typed in front of others.
  if (/^\d{15}$|^\d{17}[\dx]$/.test(value)) return undefined;
  return NAME.test(value) && [...value].length >= 2 ? { value, kind: 'name' } : undefined;
}
