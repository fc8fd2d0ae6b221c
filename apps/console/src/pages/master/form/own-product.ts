/** Product codes of whoever has no company prefix of GS1 (decision 0031). Pure. */
import type { SessionBody } from '@suyuan/api';

type Issuer = Pick<NonNullable<SessionBody['organisation']>, 'id' | 'code'>;

/** Letters, their marks and digits of any script, and what parts them. */
export const OWN_NUMBER = /^[\p{L}\p{M}\p{N}_/-]{1,40}$/u;

const USCC = 'cn-uscc:';

/** By the unified social credit identifier of the organisation; of one that has none, by its id here. */
export function ownProduct(number: string, { id, code }: Issuer): string {
  const issuer = code?.startsWith(USCC) === true ? code.slice(USCC.length) : id.replaceAll('-', '');
  return `own-product:${issuer}.${number.trim()}`;
}
