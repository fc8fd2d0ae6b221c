/**
 * What others have recorded of the chains of some units, as far as it is open to whoever takes it back. Where chains lead a trace
 * finds out, which stands above this module.
 */
import { productOf } from '@suyuan/codes';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type Look, type PublicMembers, readChain, type Sight } from '../../disclosure/index.ts';
import { findMasterData, involvedIn, type RegistryEntry } from '../../registry/index.ts';
import type { ReadEvent } from '../query/read-events.ts';
import { isOfOthers, isOpen, type ToldEvent, tellOthers } from '../query/tell-others.ts';

/** Chains as they were walked. */
export interface FollowedChains {
  /** All events of them, in their order. */
  readonly events: readonly ReadEvent[];
  readonly sight: Sight;
  /** No bound of the walk was met. */
  readonly isWhole: boolean;
}

export interface FollowChains {
  /** Where these units came from and where they went, walked whole. @param codes canonical */
  followChains(
    tx: Tx,
    asked: { readonly codes: readonly string[]; readonly look: Look; isLeft(): boolean },
  ): Promise<FollowedChains>;
  /** Whoever asked has left by now. */
  isLeft(): boolean;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now. */
  publicMembers(): Promise<PublicMembers>;
}

export interface ChainPart {
  readonly events: readonly ToldEvent[];
  /** What is open of what is known of products, parties and places that these events name. */
  readonly masterData: readonly RegistryEntry[];
  readonly isWhole: boolean;
  readonly madeAt: Date;
}

export async function readChainPart(ctx: Ctx, codes: readonly string[], deps: FollowChains): Promise<ChainPart> {
  const madeAt = ctx.clock.now();
  if (codes.length === 0) return { events: [], masterData: [], isWhole: true, madeAt };
  return readChain(ctx, { codes, nameKey: deps.nameKey, publicMembers: deps.publicMembers }, async (tx, look) => {
    const { events, sight, isWhole } = await deps.followChains(tx, { codes, look, isLeft: deps.isLeft });
    const open = events.filter((event) => isOfOthers(ctx, event) && isOpen(event, sight));
    const told = await tellOthers(tx, open, sight);
    const said = await findMasterData(tx, codesIn(told), { ...involvedIn(open), sees: sight.seesMaster });
    return { events: told, masterData: [...said.values()].filter(isAnything), isWhole, madeAt };
  });
}

function codesIn(events: readonly ToldEvent[]): string[] {
  const codes = new Set<string>();
  for (const { facts } of events) {
    const { units, sources, destinations, readPoint, bizLocation } = facts;
    for (const { code } of units) codes.add(productOf(code) ?? code);
    for (const { party } of [...sources, ...destinations]) codes.add(party);
    for (const place of [readPoint, bizLocation]) if (place !== undefined) codes.add(place);
  }
  return [...codes];
}

function isAnything({ named, children }: RegistryEntry): boolean {
  return Object.keys(named).length + children.length > 0;
}
