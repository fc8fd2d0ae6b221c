/** What is known of goods and parties beside what events say: their master data, as their recorder may see it. */
import { productOf } from '@suyuan/codes';
import type { EventFacts } from '@suyuan/epcis';
import type { Known } from '@suyuan/profiles';
import type { Queryable } from '../../platform/db/index.ts';
import { chainMaster } from '../disclosure/index.ts';
import { displayName, findKept, findMasterData, type RegistryEntry } from '../registry/index.ts';
import { selectLicencesOf } from './store-licences.ts';
import type { JudgedOrganisation } from './store-organisations.ts';

export type KnownOf = (
  facts: EventFacts,
) => Pick<Known, 'recorderKind' | 'recorder' | 'product' | 'supplier' | 'buyer'>;

export async function readKnown(
  db: Queryable,
  org: JudgedOrganisation,
  events: readonly EventFacts[],
): Promise<KnownOf> {
  const codes = new Set(events.flatMap(namedIn));
  if (org.code !== null) codes.add(org.code);
  const sees = chainMaster(org.no);
  const found = await findMasterData(db, [...codes], { sees, recorders: new Set([org.no]) });
  const attributes = (code: string | undefined): Attributes | undefined =>
    code === undefined ? undefined : attributesOf(found.get(code));
  const recorder = {
    ...attributes(org.code ?? undefined),
    ...(org.name === null ? {} : { name: org.name }),
  };
  return (facts) => ({
    ...(org.kind === null ? {} : { recorderKind: org.kind }),
    recorder,
    product: attributes(productNamed(facts)),
    supplier: attributes(partyOf(facts.sources)),
    buyer: attributes(partyOf(facts.destinations)),
  });
}

type Attributes = Readonly<Record<string, unknown>>;

function attributesOf(entry: RegistryEntry | undefined): Attributes | undefined {
  if (entry === undefined) return undefined;
  const name = displayName(entry)?.zh;
  return { ...(name === undefined ? {} : { name }), ...entry.attributes };
}

export type LicencesOf = (facts: EventFacts) => Pick<Known, 'licences'>;

/** What the recorder and those that events name have entered of their licences; of a party that has entered none nothing is known. */
export async function readLicences(
  db: Queryable,
  { no, code }: JudgedOrganisation,
  events: readonly EventFacts[],
): Promise<LicencesOf> {
  const named = new Set(events.flatMap(({ sources, destinations }) => [partyOf(sources), partyOf(destinations)]));
  const codes = [...named].filter((each) => each !== undefined);
  const kept = await findKept(db, codes, { sees: chainMaster(no), recorders: new Set([no]) });
  const all = await selectLicencesOf(db, { orgNo: no, codes: [...codes, ...[...kept.values()].flat()] });
  const own = all.filter(({ orgNo }) => orgNo === no);
  const byCode = Map.groupBy(all, (each) => each.code);
  return ({ sources, destinations }) => ({
    licences(of) {
      if (of === 'recorder') return own;
      const party = of === 'carrier' ? undefined : partyOf(of === 'supplier' ? sources : destinations);
      if (party === undefined || party === code) return undefined;
      // Where it has entered none under this code, those of whoever it was merged into.
      return byCode.get(party) ?? byCode.get(kept.get(party)?.at(-1) ?? party);
    },
  });
}

export type NamedBy = (facts: EventFacts) => string[];

/** Codes by whose master data an event is judged: those that it names, and those that these were merged into. */
export async function readNamed(
  db: Queryable,
  { no }: JudgedOrganisation,
  events: readonly EventFacts[],
): Promise<NamedBy> {
  const codes = [...new Set(events.flatMap(namedIn))];
  const kept = await findKept(db, codes, { sees: chainMaster(no), recorders: new Set([no]) });
  return (facts) => [...new Set(namedIn(facts).flatMap((code) => [code, ...(kept.get(code) ?? [])]))];
}

/** Canonical codes of what an event is about and whom it names. */
function namedIn(facts: EventFacts): string[] {
  return [productNamed(facts), partyOf(facts.sources), partyOf(facts.destinations)].filter(
    (code) => code !== undefined,
  );
}

/** Of the first unit that has one; a thing with a code of its own is its own product. */
function productNamed({ units }: EventFacts): string | undefined {
  const [first] = units;
  if (first === undefined) return undefined;
  return productOf(first.code) ?? first.code;
}

/** Who owns the goods counts before who holds them. */
function partyOf(transfers: EventFacts['sources']): string | undefined {
  return (transfers.find(({ kind }) => kind === 'ownership') ?? transfers[0])?.party;
}
