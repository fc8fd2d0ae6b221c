/** Who sees which element of master data. */
import { MASTER_ELEMENT_NAMES, MASTER_ELEMENTS, type MasterElement, RANK_OF } from '@suyuan/api';
import { productOf } from '@suyuan/codes';
import { BITS, type Rank } from './element-mask.ts';
import type { ChainShape, Viewer } from './standing.ts';
import type { Opening } from './store-openings.ts';

/** What an organisation says of a code. */
interface Said {
  /** Number of the organisation that says it. */
  readonly orgNo: number;
  /** Canonical, of the product, party or place. */
  readonly code: string;
}

export type SeesMaster = (said: Said, element: MasterElement) => boolean;

/** As anybody does, where nothing is known of who looks: what is public by default. */
export const PUBLIC_MASTER: SeesMaster = (_, element) => isOpenTo(0, element);

/** As an organisation does that looks at no chain: its own whole. */
export function ownMaster(orgNo: number): SeesMaster {
  return (said, element) => said.orgNo === orgNo || PUBLIC_MASTER(said, element);
}

/** As an organisation does whose chain the others are of: its own whole. */
export function chainMaster(orgNo: number): SeesMaster {
  return (said, element) => said.orgNo === orgNo || isOpenTo(2, element);
}

interface MasterSightOf {
  readonly shape: ChainShape;
  /** Of the viewer to each event, by its row id. */
  readonly ranks: ReadonlyMap<string, Rank>;
  readonly viewer: Viewer;
  readonly openings: readonly Opening[];
}

/** It stands to an organisation as to what it has recorded in the chain that is nearest. */
export function masterSightOf({ shape, ranks, viewer, openings }: MasterSightOf): SeesMaster {
  const nearest = new Map<number, Rank>();
  for (const [, events] of shape.units) {
    for (const { id, recordedBy } of events) {
      const rank = ranks.get(id) ?? 0;
      for (const no of recordedBy) if (rank > (nearest.get(no) ?? -1)) nearest.set(no, rank);
    }
  }
  return ({ orgNo, code }, element) => {
    if (orgNo === viewer.orgNo) return true;
    const rank = nearest.get(orgNo) ?? (viewer.partners.has(orgNo) ? 3 : viewer.isRegulator ? 1 : 0);
    return (
      isOpenTo(rank, element) ||
      openings.some(
        (opening) =>
          opening.orgNo === orgNo &&
          (opening.bits & BITS[element]) !== 0 &&
          isMeant(opening, { rank, orgNo: viewer.orgNo }) &&
          (opening.product === null || isOfProduct(code, opening.product)),
      )
    );
  };
}

function isOpenTo(rank: number, element: MasterElement): boolean {
  return rank >= RANK_OF[MASTER_ELEMENTS[element].level];
}

/** Whether whoever stands at this rank is one that it is opened to. */
export function isMeant(
  { partnerNo, rank: needed }: Pick<Opening, 'partnerNo' | 'rank'>,
  { rank, orgNo }: { readonly rank: number; readonly orgNo: number | undefined },
): boolean {
  return partnerNo === null ? rank >= needed : partnerNo === orgNo;
}

/** Whether a code is of this product, whose code is canonical. */
export function isOfProduct(code: string, product: string): boolean {
  return code === product || productOf(code) === product;
}

const ELEMENT_OF: ReadonlyMap<string, MasterElement> = new Map(
  MASTER_ELEMENT_NAMES.flatMap((element) =>
    MASTER_ELEMENTS[element].attributes.map((name) => [name, element] as const),
  ),
);

/** @param name the last part of the name of an attribute */
export function masterElementOf(name: string): MasterElement {
  return ELEMENT_OF.get(name) ?? ELEMENT_OF.get(name.replace(/(Zh|En)$/, '')) ?? 'masterOther';
}
