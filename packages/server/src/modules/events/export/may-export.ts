import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, mustBe } from '../../identity/index.ts';

/** People who look after the organisation or its audits; a key, as its owner meant it for programs, by `query`. */
export function mayExport({ actor }: Ctx): void {
  mustBe(actor, 'query');
  if (actor.is !== 'key') mustBe(actor, 'audit');
  actingFor(actor);
}
