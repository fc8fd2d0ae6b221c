/** Tells members of a shared space what was done there. */
import type { ActingOrganisation, Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteTo } from '../audit/note-to.ts';
import type { OccurrenceKind } from '../audit/occurrence.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import { actingFor } from '../may.ts';
import type { MemberRow, SpaceRow } from './store-spaces.ts';

export interface Telling {
  readonly kind: OccurrenceKind;
  readonly space: Pick<SpaceRow, 'id' | 'name'>;
  /** Who joined, left, was invited; not given where it is about the space. */
  readonly member?: Pick<MemberRow, 'id' | 'name' | 'code'> | undefined;
  readonly reason?: string | undefined;
}

/** The transaction is the actor's organisation's before and afterwards. */
export async function tellMembers(
  tx: Tx,
  ctx: Ctx,
  { to, kind, space, member, reason }: Telling & { readonly to: readonly ActingOrganisation[] },
): Promise<void> {
  const detail = {
    space: space.name,
    ...(member === undefined ? {} : { member: member.name ?? member.code ?? '', organisation: member.id }),
    ...(reason === undefined ? {} : { reason }),
  };
  for (const org of to) await noteTo(tx, ctx, { org, kind, about: space.id, detail });
  await turnTo(tx, actingFor(ctx.actor).no);
}
