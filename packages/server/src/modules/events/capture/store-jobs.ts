/** SQL of capture jobs. */
import { epochMs } from '@suyuan/epcis';
import type { Queryable } from '../../../platform/db/index.ts';
import { foreignToken, type PageRequest } from '../query/parameters.ts';
import type { CaptureJob } from './jobs.ts';

export async function insertJob(db: Queryable, job: CaptureJob): Promise<void> {
  await db.query(
    `insert into events.capture_job (id, org_no, key_id, created_at, finished_at, success, error_behaviour, event_count,
                                     captured_count, duplicate_count, error_count, errors, moved_count, moved)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      job.id,
      job.orgNo,
      job.keyId ?? null,
      job.createdAt,
      job.finishedAt,
      job.success,
      job.errorBehaviour,
      job.eventCount,
      job.capturedCount,
      job.duplicateCount,
      job.errorCount,
      JSON.stringify(job.errors),
      job.movedCount,
      JSON.stringify(job.moved),
    ],
  );
}

const COLUMNS = `id, org_no as "orgNo", key_id as "keyId", created_at as "createdAt", finished_at as "finishedAt", success,
  error_behaviour as "errorBehaviour", event_count as "eventCount", captured_count as "capturedCount",
  duplicate_count as "duplicateCount", error_count as "errorCount", errors,
  moved_count as "movedCount", moved`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A job by its id; undefined for what is no id of ours. */
export async function findJob(db: Queryable, id: string): Promise<CaptureJob | undefined> {
  if (!UUID.test(id)) return undefined;
  const { rows } = await db.query<CaptureJob>(`select ${COLUMNS} from events.capture_job where id = $1`, [id]);
  return rows[0];
}

export interface JobPage {
  readonly jobs: readonly CaptureJob[];
  /** Token of the page after this one; absent on the last. */
  readonly next?: string;
}

/** A page of jobs, the newest first. */
export async function findJobs(db: Queryable, page: PageRequest): Promise<JobPage> {
  const after = page.token === undefined ? undefined : readToken(page.token);
  const { rows } = await db.query<CaptureJob>(
    `select ${COLUMNS} from events.capture_job
     where $2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid)
     order by created_at desc, id desc limit $1`,
    [page.perPage + 1, after?.createdAt ?? null, after?.id ?? null],
  );
  const jobs = rows.slice(0, page.perPage);
  const last = jobs.at(-1);
  if (rows.length === jobs.length || last === undefined) return { jobs };
  return { jobs, next: writeToken(last.createdAt.toISOString(), last.id) };
}

/** A page token is the time and id of the last job given. */
function writeToken(createdAt: string, id: string): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url');
}

/** Only what `writeToken` writes is read, so that what a token says can be asked of the database. */
function readToken(token: string): { createdAt: string; id: string } {
  const [createdAt = '', id = ''] = Buffer.from(token, 'base64url').toString('latin1').split(' ');
  if (Number.isNaN(epochMs(createdAt)) || !UUID.test(id) || writeToken(createdAt, id) !== token) throw foreignToken();
  return { createdAt, id };
}
