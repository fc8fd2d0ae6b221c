import { CHINESE_PREFIXES, readCode } from '@suyuan/codes';
import type { Queryable } from '../../platform/db/index.ts';
import { type ChainEvent, masterElementOf, type SeesMaster } from '../disclosure/index.ts';
import { displayName, isName, type RegistryEntry } from './display-name.ts';
import { isMergeWord, keptIn, leadsTo, STEPS_MAX } from './merge-words.ts';
import { type CurrentRow, selectCurrent } from './store.ts';

/** Who has to do with what is shown, by numbers of organisations. */
export interface Involved {
  /** What of it whoever asks may see. */
  readonly sees: SeesMaster;
  /** Recorded the making of the unit. */
  readonly makers?: ReadonlySet<number>;
  /** Recorded what is shown of it. */
  readonly recorders?: ReadonlySet<number>;
  /** Told of all codes that are asked of the store, those that others were merged into too. */
  readonly asks?: ((codes: readonly string[]) => void) | undefined;
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
 * What of it is not open to whoever asks is left out. A code that was merged is called what the kept one is called, and has of
 * it whatever is not said of itself.
 */
export async function findMasterData(
  db: Queryable,
  codes: readonly string[],
  involved: Involved,
): Promise<Map<string, RegistryEntry>> {
  const best = await believed(db, codes, involved);
  return new Map(
    codes.flatMap((code): [string, RegistryEntry][] => {
      const own = best.get(code)?.row;
      const kept = best.get(keptFrom(best, code).at(-1) ?? '')?.row;
      if (own === undefined) return [];
      const entry = entryOf(own, involved.sees);
      return [[code, kept === undefined ? entry : standingFor(entry, entryOf(kept, involved.sees))]];
    }),
  );
}

/** From each of these codes that was merged to what it leads to, the kept one last. */
export async function findKept(
  db: Queryable,
  codes: readonly string[],
  involved: Involved,
): Promise<Map<string, readonly string[]>> {
  const best = await believed(db, codes, involved);
  const steps = codes.map((code): [string, readonly string[]] => [code, keptFrom(best, code)]);
  return new Map(steps.filter(([, to]) => to.length > 0));
}

interface Believed {
  readonly row: CurrentRow;
  readonly weight: number;
}

/** The word that counts on each of the codes, and on what they lead to. */
async function believed(
  db: Queryable,
  codes: readonly string[],
  involved: Involved,
): Promise<ReadonlyMap<string, Believed>> {
  const best = new Map<string, Believed>();
  const looked = new Set<string>();
  let asked: readonly string[] = [...new Set(codes)];
  // One step more than may be taken: what leads too far has to be seen to.
  for (let step = 0; step <= STEPS_MAX + 1 && asked.length > 0; step += 1) {
    for (const code of asked) looked.add(code);
    involved.asks?.(asked);
    for (const row of await selectCurrent(db, asked)) {
      const weight = weightOf(row, involved);
      if (weight >= (best.get(row.code)?.weight ?? 0)) best.set(row.code, { row, weight });
    }
    const next = asked.map((code) => keptBy(best.get(code))).filter((code) => code !== undefined);
    asked = [...new Set(next)].filter((code) => !looked.has(code));
  }
  return best;
}

/** Nobody is made another by the word of somebody who has nothing to do with it. */
function keptBy(word: Believed | undefined): string | undefined {
  return word === undefined || word.weight === 0 ? undefined : keptIn(word.row.attributes);
}

/** As far as something is known of what is led to. */
function keptFrom(best: ReadonlyMap<string, Believed>, code: string): string[] {
  const steps = leadsTo(code, (each) => keptBy(best.get(each)));
  return steps.every((each) => best.has(each)) ? steps : [];
}

/** The name is the kept one's, where one may see it; the rest is its own before it is the kept one's. */
function standingFor(own: RegistryEntry, kept: RegistryEntry): RegistryEntry {
  const isCalled = displayName(kept) !== undefined;
  const joined = (of: 'attributes' | 'named'): RegistryEntry['attributes'] => {
    const rest = Object.entries(own[of]).filter(([name]) => !isCalled || !isName(localName(name)));
    return { ...kept[of], ...Object.fromEntries(rest) };
  };
  return { ...own, attributes: joined('attributes'), named: joined('named') };
}

/** How much counts what an organisation says of a code; nothing where it has nothing to do with it. */
export function weightOf(
  { code, orgNo, orgCode }: Pick<CurrentRow, 'code' | 'orgNo' | 'orgCode'>,
  { makers, recorders }: Involved,
): number {
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
  // Which entries are one is for the books of whoever says it.
  const open = Object.entries(attributes).filter(
    ([name]) => !isMergeWord(name) && sees({ orgNo, code }, masterElementOf(localName(name))),
  );
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
