/** Opens the view of one viewer: who it is, whom it may look at, what is open to it. */
import type { ActingOrganisation, Actor } from '../../platform/ctx.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { agreedPartners, findOrganisations } from '../identity/index.ts';
import { readDirectory } from './directory.ts';
import type { Rank } from './element-mask.ts';
import type { PublicMembers } from './open-members.ts';
import { type Sight, sightOf, WHOLE_SIGHT } from './sight.ts';
import type { ChainEvent, ChainShape, Viewer } from './standing.ts';
import { hasJurisdiction, selectSupervisedAmong } from './store-directory.ts';
import { selectOpenings } from './store-openings.ts';

/** The view of one viewer. */
export interface Look {
  /** Says of a chain that was walked what the viewer may see of it. */
  at(shape: ChainShape): Promise<Sight>;
  /** Of a regulator: others of whose records it has been shown more than the public is. */
  readonly lookedAt: readonly LookedAt[];
}

export interface LookedAt {
  readonly org: ActingOrganisation;
  /** At which the regulator stands to them at the most. */
  readonly rank: Rank;
}

export interface LookDeps {
  readonly now: Date;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** None if not given, for whoever tells no members of events. */
  readonly publicMembers?: PublicMembers | undefined;
}

/** As whoever acts; the public where that is nobody. In the transaction of the walk, which reads as *chain*. */
export function lookAs(
  db: Queryable,
  actor: Pick<Actor, 'org' | 'rights'>,
  { now, nameKey, publicMembers }: LookDeps,
): Look {
  const lookedAt: LookedAt[] = [];
  const at = async (shape: ChainShape): Promise<Sight> => {
    const { org } = actor;
    if (org !== undefined && hasRecordedAll(org.no, shape)) return WHOLE_SIGHT;
    const events = eventsOf(shape);
    const recorders = [...new Set([...events.values()].flatMap(({ recordedBy }) => recordedBy))];
    const viewer = await viewerOf(db, actor, recorders);
    const openings = await selectOpenings(db, recorders, now);
    const directory = await readDirectory(db, events.values());
    const openPartOf =
      publicMembers && ((event: ChainEvent) => publicMembers(event.facts, directory.categoriesOf(event)));
    const sight = sightOf({ shape, viewer, directory, openings, openPartOf, nameKey: nameKey() });
    if (viewer.isRegulator) lookedAt.push(...(await named(db, sight.lookedAt)));
    return sight;
  };
  return { at, lookedAt };
}

async function named(db: Queryable, ranks: ReadonlyMap<number, Rank>): Promise<LookedAt[]> {
  const organisations = await findOrganisations(db, [...ranks.keys()]);
  return organisations.map(({ no, id }) => ({ org: { no, id }, rank: ranks.get(no) ?? 0 }));
}

function hasRecordedAll(orgNo: number, { units }: ChainShape): boolean {
  for (const [, events] of units) if (events.some(({ recordedBy }) => !recordedBy.includes(orgNo))) return false;
  return true;
}

function eventsOf({ units }: ChainShape): Map<string, ChainEvent> {
  const events = new Map<string, ChainEvent>();
  for (const [, each] of units) for (const event of each) events.set(event.id, event);
  return events;
}

const NOBODY: ReadonlySet<number> = new Set();

async function viewerOf(
  db: Queryable,
  { org, rights }: Pick<Actor, 'org' | 'rights'>,
  recorders: readonly number[],
): Promise<Viewer> {
  if (org === undefined) return { partners: NOBODY, supervised: NOBODY, isRegulator: false };
  const partners = await agreedPartners(db, org.no);
  const isRegulator = rights.has('supervise') && (await hasJurisdiction(db, org.no));
  const supervised = isRegulator ? await selectSupervisedAmong(db, org.no, recorders) : NOBODY;
  return { orgNo: org.no, partners, supervised, isRegulator };
}
