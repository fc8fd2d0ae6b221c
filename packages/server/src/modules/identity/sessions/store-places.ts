/** SQL of where a person may act. */
import type { PlaceBody } from '@suyuan/api';
import type { Queryable } from '../../../platform/db/index.ts';
import { likePattern } from '../ties/pages.ts';
import type { Place } from './store-sessions.ts';

interface PlaceRow {
  readonly orgNo: number;
  readonly orgId: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly kind: string;
  readonly status: string;
  readonly viaNo: number | null;
  readonly viaId: string | null;
  readonly viaName: string | null;
  readonly tie: PlaceBody['tie'];
  readonly role: string;
  readonly title: string | null;
}

export interface KnownPlace extends Place {
  readonly told: PlaceBody;
}

/** Of its memberships first; those whose name or code has the text in it. */
export async function placesOf(
  db: Queryable,
  personId: string,
  { lookedFor, most }: { readonly lookedFor?: string | undefined; readonly most: number },
): Promise<KnownPlace[]> {
  const pattern = likePattern(lookedFor);
  const { rows } = await db.query<PlaceRow>(`${PLACES} from identity.places($1, $2, $3)`, [personId, pattern, most]);
  return rows.map(placeOf);
}

/** One that is named by ids; undefined where the person has nothing to do there. */
export async function findPlace(
  db: Queryable,
  personId: string,
  { id, via }: { readonly id: string; readonly via?: string | undefined },
): Promise<KnownPlace | undefined> {
  const { rows } = await db.query<PlaceRow>(
    `${PLACES} from identity.places($1, null, null) where org_id = $2 and ($3::uuid is null or via_id = $3)
     order by via_no is not null limit 1`,
    [personId, id, via ?? null],
  );
  return rows.map(placeOf)[0];
}

const PLACES = `select org_no as "orgNo", org_id as "orgId", name, code, kind, status, via_no as "viaNo", via_id as "viaId",
  via_name as "viaName", tied as tie, role, title`;

function placeOf({ orgNo, orgId, viaNo, viaId, viaName, ...told }: PlaceRow): KnownPlace {
  const via = viaId === null ? {} : { via: { id: viaId, name: viaName } };
  return { orgNo, viaNo, told: { id: orgId, ...told, ...via } };
}
