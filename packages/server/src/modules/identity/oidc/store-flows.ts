/** SQL of browsers that are on their way to a provider and back. */
import type { Queryable } from '../../../platform/db/index.ts';

export type FlowPurpose = 'sign-in' | 'link' | 'invitation';

export interface Flow {
  readonly providerId: string;
  readonly purpose: FlowPurpose;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** A path of the console. */
  readonly returnTo: string;
  /** Who was signed in when it began, and in which session; whoever links is. */
  readonly personId: string | null;
  readonly sessionId: string | null;
  /** Of the invitation that is accepted. */
  readonly linkHash: Buffer | null;
}

export interface FlowKey {
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
}

/** Seconds that somebody has to sign in at the provider. */
export const FLOW_S = 10 * 60;

export async function insertFlow(db: Queryable, { stateHash, browserHash }: FlowKey, flow: Flow): Promise<void> {
  const { providerId, purpose, nonce, codeVerifier, returnTo, personId, sessionId, linkHash } = flow;
  await db.query(
    `insert into identity.oidc_flow (state_hash, browser_hash, provider_id, purpose, nonce, code_verifier, return_to,
                                     person_id, session_id, link_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(secs => ${FLOW_S}))`,
    [stateHash, browserHash, providerId, purpose, nonce, codeVerifier, returnTo, personId, sessionId, linkHash],
  );
}

/** The one of this state and this browser, once: of many who come with it, one has it. */
export async function takeFlow(db: Queryable, { stateHash, browserHash }: FlowKey): Promise<Flow | undefined> {
  const { rows } = await db.query<Flow>(
    `delete from identity.oidc_flow where state_hash = $1 and browser_hash = $2 and expires_at > now()
     returning provider_id as "providerId", purpose, nonce, code_verifier as "codeVerifier", return_to as "returnTo",
               person_id as "personId", session_id as "sessionId", link_hash as "linkHash"`,
    [stateHash, browserHash],
  );
  return rows[0];
}

export async function dropOldFlows(db: Queryable): Promise<void> {
  await db.query('delete from identity.oidc_flow where expires_at < now()');
}
