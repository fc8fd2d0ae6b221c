/** Organisations: who answers for what is recorded. The first is the installation's own. */
import { canonical } from '@suyuan/codes';
import type { Queryable } from '../../../platform/db/index.ts';
import {
  changeCode,
  findByCode,
  keepOrganisation,
  type Organisation,
  selectOrganisations,
  updateOrganisation,
} from './store-organisations.ts';

/** The number of the installation's own; whatever names no other belongs to it. */
export const OWN_ORGANISATION = 1;

/** In the order in which they came. */
export function listOrganisations(db: Queryable): Promise<Organisation[]> {
  return selectOrganisations(db);
}

/** The organisation of a party's code, made where there is none yet. */
export async function organisationOf(db: Queryable, code: string): Promise<Organisation> {
  const key = canonical(code);
  await keepOrganisation(db, key);
  const found = await findByCode(db, key);
  if (found === undefined) throw new Error(`the organisation ${key} was not kept`);
  return found;
}

/** Codes that were kept as somebody wrote them get their one spelling. */
export async function spellCodes(db: Queryable): Promise<void> {
  for (const { code } of await selectOrganisations(db)) {
    if (code !== null && canonical(code) !== code) await changeCode(db, code, canonical(code));
  }
}

/** The code is another organisation's. */
export class CodeTaken extends Error {
  override name = 'CodeTaken';
}

/**
 * Says what an organisation is called and which party it is; what is not given stays. Undefined where there is none.
 * @throws CodeTaken
 */
export async function describeOrganisation(
  db: Queryable,
  id: string,
  { name, code }: { readonly name?: string | undefined; readonly code?: string | undefined },
): Promise<Organisation | undefined> {
  const key = code === undefined ? null : canonical(code);
  const holder = key === null ? undefined : await findByCode(db, key);
  if (holder !== undefined && holder.id !== id.toLowerCase()) throw new CodeTaken(code);
  return updateOrganisation(db, id, { name: name ?? null, code: key });
}
