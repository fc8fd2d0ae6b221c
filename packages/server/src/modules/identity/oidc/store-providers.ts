/** SQL of providers. */
import type { Queryable } from '../../../platform/db/index.ts';
import type { Sealed } from '../credentials/keyring.ts';

export interface Provider {
  readonly id: string;
  /** Number of the organisation whose own it is; null for one of the whole installation. */
  readonly orgNo: number | null;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealed: Buffer | null;
  readonly keyNo: number | null;
  readonly acrValues: string | null;
  readonly admitRole: string | null;
  readonly disabledAt: Date | null;
}

const PROVIDER = `id, org_no as "orgNo", name, issuer, client_id as "clientId", sealed, key_no as "keyNo",
  acr_values as "acrValues", admit_role as "admitRole", disabled_at as "disabledAt"`;

/** An installation has a handful. */
const LISTED_MAX = 200;

/** Those that people can sign in by. */
export async function selectEnabled(db: Queryable): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select id, name from identity.provider where disabled_at is null order by name, id limit ${LISTED_MAX}`,
  );
  return rows;
}

export async function findProvider(db: Queryable, id: string): Promise<Provider | undefined> {
  const { rows } = await db.query<Provider>(`select ${PROVIDER} from identity.provider where id = $1`, [id]);
  return rows[0];
}

/** One to be changed: nobody else does meanwhile. */
export async function lockProvider(db: Queryable, id: string): Promise<Provider | undefined> {
  const { rows } = await db.query<Provider>(`select ${PROVIDER} from identity.provider where id = $1 for update`, [id]);
  return rows[0];
}

export interface ListedProvider extends Provider {
  readonly enabledAt: Date;
  readonly orgId: string | null;
  readonly orgName: string | null;
  readonly subjects: number;
}

/** All, for the operator; those in force first. */
export async function selectProviders(db: Queryable): Promise<ListedProvider[]> {
  const { rows } = await db.query<ListedProvider>(
    `select p.id, p.org_no as "orgNo", p.name, p.issuer, p.client_id as "clientId", p.sealed, p.key_no as "keyNo",
            p.acr_values as "acrValues", p.admit_role as "admitRole", p.disabled_at as "disabledAt",
            p.enabled_at as "enabledAt", o.id as "orgId", o.name as "orgName",
            (select count(*)::int from identity.subject s where s.provider_id = p.id) as subjects
     from identity.provider p left join lateral identity.leads_into(p.org_no, p.admit_role) o on true
     order by p.disabled_at is not null, p.name, p.id limit ${LISTED_MAX}`,
  );
  return rows;
}

export async function insertProvider(db: Queryable, provider: Omit<Provider, 'disabledAt'>): Promise<void> {
  const { id, orgNo, name, issuer, clientId, sealed, keyNo, acrValues, admitRole } = provider;
  await db.query(
    `insert into identity.provider (id, org_no, name, issuer, client_id, sealed, key_no, acr_values, admit_role)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, orgNo, name, issuer, clientId, sealed, keyNo, acrValues, admitRole],
  );
}

/** Its issuer and its organisation stay what they are. */
export async function updateProvider(
  db: Queryable,
  { id, name, clientId, sealed, keyNo, acrValues, admitRole, disabledAt }: Provider,
): Promise<void> {
  await db.query(
    `update identity.provider set name = $2, client_id = $3, sealed = $4, key_no = $5, acr_values = $6, admit_role = $7,
            enabled_at = case when disabled_at is not null and $8::timestamptz is null then now() else enabled_at end,
            disabled_at = $8
      where id = $1`,
    [id, name, clientId, sealed, keyNo, acrValues, admitRole, disabledAt],
  );
}

/** The number of an organisation by its UUID. */
export async function numberOf(db: Queryable, organisation: string): Promise<number | undefined> {
  const { rows } = await db.query<{ no: number | null }>('select identity.number_of($1) as no', [organisation]);
  return rows[0]?.no ?? undefined;
}

/** Secrets that are not sealed under this key, locked. */
export async function selectSealedSecrets(
  db: Queryable,
  keyNo: number,
): Promise<(Sealed & { readonly providerId: string })[]> {
  const { rows } = await db.query<Sealed & { readonly providerId: string }>(
    'select id as "providerId", sealed, key_no as "keyNo" from identity.provider where key_no <> $1 for update',
    [keyNo],
  );
  return rows;
}

export async function resealSecret(db: Queryable, providerId: string, { sealed, keyNo }: Sealed): Promise<void> {
  await db.query('update identity.provider set sealed = $2, key_no = $3 where id = $1', [providerId, sealed, keyNo]);
}
