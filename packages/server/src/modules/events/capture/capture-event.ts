import { Problem } from '@suyuan/api';
import { type Finding, parseStrict, ScanFault, validateBareEvent } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { SingleEvent, Singles } from './singles.ts';

/**
 * Stores one event that came by itself; returns the identity it is found under and the event as received.
 * @throws Problem `document.invalid`, `event.conflict`, `event.refused`
 */
export async function captureEvent(ctx: Ctx, singles: Singles, text: string): Promise<{ readonly eventID: string }> {
  const { identity, conflicts, refusals } = await singles.store(ctx, { text, ...readBareEvent(text) });
  if (conflicts.length > 0) throw new Problem('event.conflict', {}, { findings: conflicts.map(atRoot) });
  if (refusals.length > 0) {
    throw new Problem('event.refused', { count: refusals.length }, { findings: refusals.map(atRoot) });
  }
  return { eventID: identity };
}

function readBareEvent(text: string): Omit<SingleEvent, 'text'> {
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
  return { ...rest, pointer: finding.pointer.replace(/^\/epcisBody\/eventList\/\d+/, '') };
}
