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

const NUMBER_LENGTH_MAX = 40;

/** The number of a product that is told by its name alone: what of the name a number may have; undefined where that is nothing. */
export function numberOfName(name: string): string | undefined {
  const number = [...name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}_/-]/gu, '')]
    .slice(0, NUMBER_LENGTH_MAX)
    .join('');
  return OWN_NUMBER.test(number) ? number : undefined;
}
