/** How strongly a provider says that it asked. */
import { Problem } from '@suyuan/api';
import type { OidcPerson } from './oidc-client.ts';

/** RFC 8176: what somebody knows, and what somebody has. */
const KNOWN = ['pwd', 'pin', 'kba'];
const HELD = ['otp', 'hwk', 'swk', 'sc', 'sms', 'tel', 'pop'];
const METHOD = /^[\w.-]{1,40}$/;

/**
 * Methods of a session that a provider vouches for: `idp`, and what the provider names. `mfa` is among them where that makes two
 * factors; one alone, such as `otp` after nothing, is not taken for the second.
 */
export function methodsOf({ methods }: Pick<OidcPerson, 'methods'>): readonly string[] {
  const named = methods.filter((method) => METHOD.test(method));
  const has = (some: readonly string[]): boolean => named.some((method) => some.includes(method));
  const isTwo = named.includes('mfa') || (has(KNOWN) && has(HELD));
  const rest = named.filter((method) => method !== 'mfa' && method !== 'otp');
  return [...new Set(['idp', ...rest, ...(isTwo ? ['mfa'] : [])])];
}

/**
 * Whether a provider asked as strongly as it was told to; its address is in the hands of the browser, which may leave that out.
 * @throws Problem `oidc.strength`
 */
export function mustBeAsStrong({ acr }: Pick<OidcPerson, 'acr'>, acrValues: string | null): void {
  if (acrValues === null) return;
  if (acr === undefined || !acrValues.split(' ').includes(acr)) throw new Problem('oidc.strength');
}
