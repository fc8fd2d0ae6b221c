/** SQL of what people of the tenant said of their first steps. */
import type { OnboardingMark } from '@suyuan/api/onboarding';
import type { Queryable, Tx } from '../../platform/db/index.ts';

/** Of anybody of the organisation, but for `hidden`, which is of the person alone. */
export async function selectMarks(db: Queryable, personId: string | null): Promise<ReadonlySet<OnboardingMark>> {
  const { rows } = await db.query<{ mark: OnboardingMark }>(
    `select distinct mark from onboarding.mark where mark <> 'hidden' or person_id = $1 limit 3`,
    [personId],
  );
  return new Set(rows.map(({ mark }) => mark));
}

export interface MarkRow {
  readonly orgNo: number;
  readonly personId: string;
  readonly mark: OnboardingMark;
}

export async function insertMark(tx: Tx, { orgNo, personId, mark }: MarkRow, at: Date): Promise<void> {
  await tx.query(
    'insert into onboarding.mark (org_no, person_id, mark, at) values ($1, $2, $3, $4) on conflict do nothing',
    [orgNo, personId, mark, at],
  );
}

export async function deleteMark(tx: Tx, { personId, mark }: Omit<MarkRow, 'orgNo'>): Promise<void> {
  await tx.query('delete from onboarding.mark where person_id = $1 and mark = $2', [personId, mark]);
}
