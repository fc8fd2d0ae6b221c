import { CHINESE_PREFIXES, readCode } from '@suyuan/codes';
import type { Queryable } from '../../platform/db/index.ts';
import { type ChainEvent, masterElementOf, type SeesMaster } from '../disclosure/index.ts';
import type { RegistryEntry } from './display-name.ts';
import { type CurrentRow, selectCurrent } from './store.ts';

/** Who has to do with what is shown, by numbers of organisations. */
export interface Involved {
  /** What of it whoever asks may see. */
  readonly sees: SeesMaster;
  /** Recorded the making of the unit. */
  readonly makers?: ReadonlySet<number>;
  /** Recorded what is shown of it. */
  readonly recorders?: ReadonlySet<number>;
}

/** Whose word counts for what a thing is called: who made it, and who recorded what is shown of it. */
export function involvedIn(events: readonly ChainEvent[]): Omit<Involved, 'sees'> {
  const effective = events.filter(({ declaredInError, isDeclaration }) => !declaredInError && !isDeclaration);
  const makes = ({ facts: { type, action } }: ChainEvent): boolean =>
    type === 'TransformationEvent' || (type === 'ObjectEvent' && action === 'ADD');
  return {
    makers: new Set(effective.filter(makes).flatMap(({ recordedBy }) => recordedBy)),
    recorders: new Set(effective.flatMap(({ recordedBy }) => recordedBy)),
  };
}

/**
 * What is known of these canonical codes. Where several say it, the party itself or the holder of the code's company prefix
 * counts, then who made the unit, then who recorded the event; of equals the newest.
 * What of it is not open to whoever asks is left out.
 */
export async function findMasterData(
  db: Queryable,
  codes: readonly string[],
  involved: Involved,
): Promise<Map<string, RegistryEntry>> {
  const best = new Map<string, { readonly row: CurrentRow; readonly weight: number }>();
  for (const row of await selectCurrent(db, codes)) {
    const weight = weightOf(row, involved);
    if (weight >= (best.get(row.code)?.weight ?? 0)) best.set(row.code, { row, weight });
  }
  return new Map([...best].map(([code, { row }]) => [code, entryOf(row, involved.sees)]));
}

function weightOf({ code, orgNo, orgCode }: CurrentRow, { makers, recorders }: Involved): number {
  if (orgCode !== null && isHolder(orgCode, code)) return 3;
  if (makers?.has(orgNo) === true) return 2;
  return recorders?.has(orgNo) === true ? 1 : 0;
}

/** Whether the organisation is the party itself, or has the company prefix that the code begins with. */
function isHolder(orgCode: string, code: string): boolean {
  if (orgCode === code) return true;
  const prefix = companyPrefix(orgCode);
  return prefix !== undefined && prefix === companyPrefix(code);
}

/** The company prefix of a GS1 key, where its length is known. */
function companyPrefix(code: string): string | undefined {
  const { scheme, parts } = readCode(code);
  if (scheme !== 'gs1') return undefined;
  const { gtin, gln, pgln, sscc } = parts;
  // Indicator and extension digit come before the prefix.
  const digits = gtin?.slice(1) ?? sscc?.slice(1) ?? gln ?? pgln;
  const length = digits === undefined ? undefined : CHINESE_PREFIXES.get(digits.slice(0, 3));
  return length === undefined ? undefined : digits?.slice(0, length);
}

/** Readers know attributes by the last part of their names. */
function entryOf({ code, type, orgNo, attributes, children }: CurrentRow, sees: SeesMaster): RegistryEntry {
  const open = Object.entries(attributes).filter(([name]) => sees({ orgNo, code }, masterElementOf(localName(name))));
  const byLocalName = open.map(([name, value]): [string, unknown] => [localName(name), value]);
  return {
    code,
    type,
    attributes: Object.fromEntries(byLocalName),
    named: Object.fromEntries(open),
    children: sees({ orgNo, code }, 'masterParts') ? children : [],
  };
}

/** `urn:epcglobal:cbv:mda#name`, `urn:epcglobal:cbv:mda:name` and `https://x/ns/name` all end in the name. */
function localName(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf(':'), id.lastIndexOf('/')) + 1);
}
