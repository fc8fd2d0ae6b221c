import { Problem } from '@suyuan/api';
import { type Finding, parseStrict, ScanFault, validateBareEvent } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Sequencer } from '../../integrity/index.ts';
import { storeSingle } from './capture-document.ts';

/**
 * Stores one event that came by itself; returns the identity it is found under and the event as received.
 * @throws Problem `document.invalid`, `event.conflict`
 */
export async function captureEvent(
  ctx: Ctx,
  sequencer: Sequencer,
  text: string,
): Promise<{ readonly eventID: string }> {
  const event = { text, ...readBareEvent(text) };
  const stored = await ctx.db.transaction(async (tx) => {
    const { identity, conflicts } = await storeSingle(ctx, tx, event);
    if (conflicts.length > 0) throw new Problem('event.conflict', {}, { findings: conflicts.map(atRoot) });
    return { eventID: identity };
  });
  await sequencer.sequence();
  return stored;
}

interface BareEvent {
  readonly value: object;
  /** The event's own `@context`. */
  readonly context: unknown;
}

function readBareEvent(text: string): BareEvent {
  try {
    const { value, faults } = parseStrict(text);
    const findings = faults.length > 0 ? faults : validateBareEvent(value, text);
    if (findings.length === 0 && typeof value === 'object' && value !== null) {
      return { value, context: Reflect.get(value, '@context') };
    }
    throw new Problem('document.invalid', { count: findings.length }, { findings });
  } catch (error) {
    if (error instanceof ScanFault) throw new Problem('document.invalid', { count: 1 }, { findings: [error.finding] });
    throw error;
  }
}

/** A finding of the one event of a batch, told from the event as its own document. */
function atRoot(finding: Finding): Finding {
  const { eventIndex: _, ...rest } = finding;
  return { ...rest, pointer: finding.pointer.replace(/^\/epcisBody\/eventList\/0/, '') };
}
