/** SQL of people, and of what they are called when they sign in. */
import type { Queryable } from '../../../platform/db/index.ts';
import type { LoginName } from './login-name.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What is asked of somebody who signs in. */
export interface SignInRow extends Person {
  /** PHC; null for one who signs in otherwise. */
  readonly phc: string | null;
  readonly hasFactor: boolean;
}

export async function findByLoginName(db: Queryable, value: string): Promise<SignInRow | undefined> {
  const { rows } = await db.query<SignInRow>(
    `select p.id, p.name, w.phc, t.confirmed_at is not null as "hasFactor"
     from identity.login_name l join identity.person p on p.id = l.person_id
     left join identity.password w on w.person_id = p.id left join identity.totp t on t.person_id = p.id
     where l.value = $1 and p.disabled_at is null`,
    [value],
  );
  return rows[0];
}

/** Also one who is shut out. */
export async function findAnyByLoginName(db: Queryable, value: string): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>('select person_id as id from identity.login_name where value = $1', [
    value,
  ]);
  return rows[0]?.id;
}

/** The time of the first shutting out stays. */
export async function setDisabled(db: Queryable, id: string, isDisabled: boolean): Promise<void> {
  await db.query(
    'update identity.person set disabled_at = case when $2 then coalesce(disabled_at, now()) end where id = $1',
    [id, isDisabled],
  );
}

export async function findForSignIn(db: Queryable, personId: string): Promise<SignInRow | undefined> {
  const { rows } = await db.query<SignInRow>(
    `select p.id, p.name, w.phc, t.confirmed_at is not null as "hasFactor"
     from identity.person p
     left join identity.password w on w.person_id = p.id left join identity.totp t on t.person_id = p.id
     where p.id = $1 and p.disabled_at is null`,
    [personId],
  );
  return rows[0];
}

export async function insertPerson(db: Queryable, name: string): Promise<Person> {
  const { rows } = await db.query<Person>('insert into identity.person (name) values ($1) returning id, name', [name]);
  const [row] = rows;
  if (row === undefined) throw new Error('the person was not kept');
  return row;
}

/** False where somebody has it already. */
export async function insertLoginName(db: Queryable, personId: string, { value, kind }: LoginName): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into identity.login_name (value, kind, person_id) values ($1, $2, $3) on conflict do nothing',
    [value, kind, personId],
  );
  return rowCount === 1;
}

export async function selectLoginNames(db: Queryable, personId: string): Promise<LoginName[]> {
  const { rows } = await db.query<LoginName>(
    'select value, kind from identity.login_name where person_id = $1 order by kind, value',
    [personId],
  );
  return rows;
}

export async function deleteLoginName(db: Queryable, personId: string, value: string): Promise<boolean> {
  const { rowCount } = await db.query('delete from identity.login_name where person_id = $1 and value = $2', [
    personId,
    value,
  ]);
  return rowCount === 1;
}

export async function renamePerson(db: Queryable, personId: string, name: string): Promise<void> {
  await db.query('update identity.person set name = $2 where id = $1', [personId, name]);
}

export async function setPassword(db: Queryable, personId: string, phc: string): Promise<void> {
  await db.query(
    `insert into identity.password (person_id, phc) values ($1, $2)
     on conflict (person_id) do update set phc = excluded.phc, set_at = now()`,
    [personId, phc],
  );
}

/** Whether there is anybody who can sign in. */
export async function isAnybodyThere(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ is: boolean }>('select exists (select from identity.person) as is');
  return rows[0]?.is === true;
}

export interface ListedPerson extends Person {
  readonly loginNames: readonly string[];
  readonly hasFactor: boolean;
  /** Roles by what the organisations are called. */
  readonly places: readonly string[];
  readonly disabledAt: Date | null;
}

const LISTED_MAX = 10_000;

/** Everybody, for whoever has the machine. */
export async function selectPeople(db: Queryable): Promise<ListedPerson[]> {
  const { rows } = await db.query<ListedPerson>(
    `select p.id, p.name, p.disabled_at as "disabledAt",
            array(select l.value from identity.login_name l where l.person_id = p.id order by l.value) as "loginNames",
            exists (select from identity.totp t where t.person_id = p.id and t.confirmed_at is not null) as "hasFactor",
            array(select m.role || ' @ ' || coalesce(o.name, o.code, o.id::text) from identity.membership m
                  join identity.organisation o on o.no = m.org_no where m.person_id = p.id and m.ended_at is null
                  order by o.no) as places
     from identity.person p order by p.created_at, p.id limit ${LISTED_MAX}`,
  );
  return rows;
}

/** One at a time makes the first person, to the end of the transaction. */
export async function lockFirstStart(db: Queryable): Promise<void> {
  await db.query("select pg_advisory_xact_lock(hashtextextended('suyuan.first-start', 0))");
}

/** Names of today of who recorded something: a person, a key of the organisation, the organisation that acted for it. */
export async function namesOf(
  db: Queryable,
  by: { readonly personId: string | null; readonly keyId: string | null; readonly viaNo: number | null },
): Promise<{
  readonly person: Person | null;
  readonly key: { readonly id: string; readonly label: string | null } | null;
  readonly via: { readonly id: string; readonly name: string | null } | null;
}> {
  const { rows } = await db.query<Awaited<ReturnType<typeof namesOf>>>(
    `select (select json_build_object('id', p.id, 'name', p.name) from identity.person p where p.id = $1) as person,
            case when $2::uuid is not null then json_build_object('id', $2::uuid, 'label',
              (select k.label from identity.api_key k where k.id = $2)) end as key,
            (select json_build_object('id', v.id, 'name', v.name) from identity.known_no($3) v) as via`,
    [by.personId, by.keyId, by.viaNo],
  );
  return rows[0] ?? { person: null, key: null, via: null };
}
