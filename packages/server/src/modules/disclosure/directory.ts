/** Whose the codes of parties and places are, and what kind of place in which region. */
import { readCode } from '@suyuan/codes';
import type { Queryable } from '../../platform/db/index.ts';
import type { ChainEvent } from './standing.ts';
import { type DirectoryRow, selectDirectory, selectOffices, selectRecorders } from './store-directory.ts';

export interface Directory {
  organisationOf(code: string): number | undefined;
  /** Of the place that the event names, else of who recorded it. */
  placeOf(event: ChainEvent): { readonly kind?: string; readonly region?: string };
  /** Of the place that the event names alone; of who recorded it where it names none. */
  regionOf(event: ChainEvent): string | undefined;
  /** What whoever recorded it first deals in. */
  categoriesOf(event: ChainEvent): readonly string[];
}

/** Looks up all that these events name, in two statements. */
export async function readDirectory(db: Queryable, events: Iterable<ChainEvent>): Promise<Directory> {
  const codes = new Set<string>();
  const recorders = new Set<number>();
  for (const { facts, recordedBy } of events) {
    for (const { party } of facts.sources) codes.add(party);
    for (const { party } of facts.destinations) codes.add(party);
    const place = facts.bizLocation ?? facts.readPoint;
    if (place !== undefined) codes.add(place);
    for (const no of recordedBy) recorders.add(no);
  }
  const rows = await selectDirectory(
    db,
    [...codes].map((code) => ({ code, digits: digitsOf(code) })),
  );
  const known = new Map<string, DirectoryRow>(rows.map((row) => [row.code, row]));
  const recorded = await selectRecorders(db, [...recorders]);
  return {
    organisationOf: (code) => known.get(code)?.orgNo,
    placeOf({ facts, recordedBy: [recorder = 0] }) {
      const { kind, region } = known.get(facts.bizLocation ?? facts.readPoint ?? '') ?? { kind: null, region: null };
      const where = region ?? recorded.get(recorder)?.region ?? undefined;
      return { ...(kind === null ? {} : { kind }), ...(where === undefined ? {} : { region: where }) };
    },
    regionOf({ facts, recordedBy: [recorder = 0] }) {
      const place = facts.bizLocation ?? facts.readPoint;
      const { region } = (place === undefined ? recorded.get(recorder) : known.get(place)) ?? { region: null };
      return region ?? undefined;
    },
    categoriesOf: ({ recordedBy: [recorder = 0] }) => recorded.get(recorder)?.categories ?? [],
  };
}

/** The digits of a GLN, which an organisation may have as one of a range that it holds. */
function digitsOf(code: string): string | null {
  const { scheme, parts } = readCode(code);
  return scheme === 'gs1' ? (parts.gln ?? parts.pgln ?? null) : null;
}

/** What a question of who may warn of goods is about: codes of units and of parties, numbers of organisations. */
export interface WhoAsked {
  readonly units: readonly string[];
  readonly parties: readonly string[];
  readonly recorders: readonly number[];
}

/** Who has a say in goods, as far as it does not follow from their history. */
export interface Authorities {
  organisationOf(code: string): number | undefined;
  /** Who holds the range of numbers that a unit's code is of. */
  holderOf(code: string): number | undefined;
  /** A laboratory, or a regulator that has a jurisdiction; in good standing. */
  isOffice(no: number): boolean;
}

export async function readAuthorities(db: Queryable, { units, parties, recorders }: WhoAsked): Promise<Authorities> {
  const rows = await selectDirectory(db, [
    ...parties.map((code) => ({ code, digits: digitsOf(code) })),
    ...units.map((code) => ({ code, digits: prefixedDigitsOf(code) })),
  ]);
  const known = new Map(rows.map(({ code, orgNo }) => [code, orgNo]));
  const offices = await selectOffices(db, recorders);
  const find = (code: string): number | undefined => known.get(code);
  return { organisationOf: find, holderOf: find, isOffice: (no) => offices.has(no) };
}

/** The digits of a code of goods from its company prefix on: behind the indicator or extension digit (GS1 General Specifications §2). */
function prefixedDigitsOf(code: string): string | null {
  const { scheme, parts } = readCode(code);
  return scheme === 'gs1' ? ((parts.gtin ?? parts.sscc)?.slice(1) ?? null) : null;
}
