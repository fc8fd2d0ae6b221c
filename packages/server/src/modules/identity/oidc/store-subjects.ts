/** SQL of whom providers sign in. */
import type { Queryable } from '../../../platform/db/index.ts';

/** Whom a provider's subject is, by the person's id. */
export async function findSubject(db: Queryable, providerId: string, sub: string): Promise<string | undefined> {
  const { rows } = await db.query<{ personId: string }>(
    'select person_id as "personId" from identity.subject where provider_id = $1 and sub = $2',
    [providerId, sub],
  );
  return rows[0]?.personId;
}

/** False where the subject is somebody's, or the person has another one of the provider. */
export async function insertSubject(
  db: Queryable,
  { providerId, sub, personId }: { readonly providerId: string; readonly sub: string; readonly personId: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into identity.subject (provider_id, sub, person_id) values ($1, $2, $3) on conflict do nothing',
    [providerId, sub, personId],
  );
  return rowCount === 1;
}

export interface SubjectRow {
  readonly providerId: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly linkedAt: Date;
}

export async function selectSubjects(db: Queryable, personId: string): Promise<SubjectRow[]> {
  const { rows } = await db.query<SubjectRow>(
    `select p.id as "providerId", p.name, p.disabled_at is null as enabled, s.linked_at as "linkedAt"
     from identity.subject s join identity.provider p on p.id = s.provider_id where s.person_id = $1 order by p.name, p.id`,
    [personId],
  );
  return rows;
}

export async function deleteSubject(db: Queryable, personId: string, providerId: string): Promise<boolean> {
  const { rowCount } = await db.query('delete from identity.subject where person_id = $1 and provider_id = $2', [
    personId,
    providerId,
  ]);
  return rowCount === 1;
}
