/** SQL of links that organisations share. */
import type { TraceDirection } from '@suyuan/api';
import type { Queryable, Tx } from '../../platform/db/index.ts';

/** What is shared: a question to the trace, and of it one event or the whole. */
export interface Shared {
  readonly codes: readonly string[];
  readonly direction: TraceDirection;
  /** As it was asked, RFC 3339. */
  readonly at?: string;
  readonly eventID?: string;
}

/** A link as the organisation sees it; its token is kept nowhere. */
export interface ShareRow {
  readonly id: string;
  readonly kind: 'trace' | 'event';
  readonly what: Shared;
  readonly note: string;
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly validUntil: Date;
  readonly endedAt: Date | null;
  readonly openedCount: number;
  readonly lastOpenedAt: Date | null;
}

const ROW = `s.id, s.kind, s.what, s.note, p.name as "madeBy", s.created_at as "createdAt", s.valid_until as "validUntil",
  s.ended_at as "endedAt", s.opened_count as "openedCount", s.last_opened_at as "lastOpenedAt"`;

/** The newest first; those before the one of this id, if one is given. */
export async function selectShares(
  db: Queryable,
  { before, count }: { readonly before: string | null; readonly count: number },
): Promise<ShareRow[]> {
  const { rows } = await db.query<ShareRow>(
    `select ${ROW} from shares.share s left join identity.person p on p.id = s.made_by
     where $1::uuid is null or (s.created_at, s.id) < (select b.created_at, b.id from shares.share b where b.id = $1)
     order by s.created_at desc, s.id desc limit $2`,
    [before, count],
  );
  return rows;
}

/** Links that may still be opened. */
export async function countShares(tx: Tx, at: Date): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from shares.share where ended_at is null and valid_until > $1',
    [at],
  );
  return rows[0]?.count ?? 0;
}

export interface NewShare {
  readonly orgNo: number;
  readonly what: Shared;
  readonly tokenHash: Buffer;
  readonly madeBy: string | null;
  readonly note: string;
  readonly createdAt: Date;
  readonly validUntil: Date;
}

export async function insertShare(tx: Tx, share: NewShare): Promise<string> {
  const { orgNo, what, tokenHash, madeBy, note, createdAt, validUntil } = share;
  const { rows } = await tx.query<{ id: string }>(
    `insert into shares.share (org_no, kind, what, token_hash, made_by, note, created_at, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      ...[orgNo, what.eventID === undefined ? 'trace' : 'event', JSON.stringify(what), tokenHash, madeBy],
      ...[note, createdAt, validUntil],
    ],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('the share was not kept');
  return made.id;
}

/** Whether there was one that was not revoked. */
export async function endShare(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query('update shares.share set ended_at = $2 where id = $1 and ended_at is null', [
    id,
    at,
  ]);
  return rowCount === 1;
}

/** What a token opens. */
export interface FoundShare {
  readonly id: string;
  readonly orgNo: number;
  readonly orgId: string;
  readonly orgName: string | null;
  readonly orgCode: string | null;
  readonly what: Shared;
  readonly validUntil: Date;
}

/** Undefined for what never was, is revoked or is over, and where its organisation is not in use. */
export async function findShare(db: Queryable, tokenHash: Buffer, at: Date): Promise<FoundShare | undefined> {
  const { rows } = await db.query<FoundShare>(
    `select id, org_no as "orgNo", org_id as "orgId", org_name as "orgName", org_code as "orgCode", what,
            valid_until as "validUntil"
     from shares.find_share($1, $2)`,
    [tokenHash, at],
  );
  return rows[0];
}

/**
 * Counts an opening; undefined where the link was revoked by then, else whether it is to be noted among what happened:
 * none was since `notSince`.
 */
export async function countOpening(
  tx: Tx,
  { id, at, notSince }: { readonly id: string; readonly at: Date; readonly notSince: Date },
): Promise<boolean | undefined> {
  const { rows } = await tx.query<{ isTold: boolean }>(
    `update shares.share set opened_count = opened_count + 1, last_opened_at = $2,
            told_at = case when told_at > $3 then told_at else $2 end
     where id = $1 and ended_at is null returning told_at = $2 as "isTold"`,
    [id, at, notSince],
  );
  return rows[0]?.isTold;
}
