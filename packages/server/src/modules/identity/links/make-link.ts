/** Links that open something once: the first start, an invitation, a password or factor that was lost. */
import type { Tx } from '../../../platform/db/index.ts';
import { hashToken, newToken } from '../credentials/token.ts';
import { insertLink, type LinkPurpose, type NewLink, revokeLinks } from './store-links.ts';

const DAY_S = 24 * 60 * 60;

/** Long enough to be read and used, short enough that a paper which lies about opens nothing. */
const LIFE_S: Readonly<Record<LinkPurpose, number>> = {
  'first-start': DAY_S,
  invitation: 7 * DAY_S,
  password: 60 * 60,
  'second-factor': 60 * 60,
};

export interface MadeLink {
  readonly id: string;
  /** What its address ends with, after `#`: it goes into no log. Shown once. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Those before it for the same end are out of force. */
export async function makeLink(
  tx: Tx,
  wanted: Pick<NewLink, 'purpose'> & Partial<Pick<NewLink, 'orgNo' | 'role' | 'personId' | 'name' | 'madeBy'>>,
): Promise<MadeLink> {
  const { purpose, orgNo = null, role = null, personId = null, name = null, madeBy = null } = wanted;
  if (purpose !== 'invitation') await revokeLinks(tx, purpose, personId);
  const token = newToken();
  const made = await insertLink(tx, {
    hash: hashToken(token),
    purpose,
    orgNo,
    role,
    personId,
    name,
    madeBy,
    lifeS: LIFE_S[purpose],
  });
  return { ...made, token };
}

/** The address that is handed to somebody. The token is behind `#`, which no browser sends. */
export function linkAddress(origin: string, token: string): string {
  return `${origin}/console/start#${token}`;
}
