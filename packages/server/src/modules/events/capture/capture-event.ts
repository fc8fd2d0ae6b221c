import { Problem } from '@suyuan/api';
import { type Finding, parseStrict, ScanFault, validateBareEvent } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Keyring } from '../../identity/index.ts';
import { findingsOf, moveInEvents, type PersonalHandling } from './personal-data.ts';
import type { SingleEvent, Singles } from './singles.ts';

/**
 * Stores one event that came by itself; returns the identity it is found under, and how many personal data were moved.
 * @throws Problem `document.invalid`, `event.conflict`, `event.refused`
 */
export async function captureEvent(
  ctx: Ctx,
  { singles, keyring }: { readonly singles: Singles; readonly keyring: Keyring },
  { text, personalData }: { readonly text: string; readonly personalData: PersonalHandling },
): Promise<{ readonly eventID: string; readonly movedCount: number }> {
  const given: SingleEvent = { text, ...readBareEvent(text, personalData) };
  const { event, movedCount } =
    personalData === 'move' ? await moved(ctx, keyring, given) : { event: given, movedCount: 0 };
  const { identity, conflicts, refusals } = await singles.store(ctx, event);
  if (conflicts.length > 0) throw new Problem('event.conflict', {}, { findings: conflicts.map(atRoot) });
  if (refusals.length > 0) {
    throw new Problem('event.refused', { count: refusals.length }, { findings: refusals.map(atRoot) });
  }
  return { eventID: identity, movedCount };
}

async function moved(
  ctx: Ctx,
  keyring: Keyring,
  { context, ...given }: SingleEvent,
): Promise<{ readonly event: SingleEvent; readonly movedCount: number }> {
  const written = { context, binding: 'json', pointerOf: () => '' } as const;
  const done = await moveInEvents(ctx, keyring, { ...written, events: [{ index: 0, ...given }] });
  const { text, value } = done.events[0] ?? given;
  return { event: { text, value, context }, movedCount: done.moved.count };
}

function readBareEvent(text: string, personalData: PersonalHandling): Omit<SingleEvent, 'text'> {
  try {
    const { value, faults } = parseStrict(text);
    const whole = { value, text, pointer: '', binding: 'json' } as const;
    const findings = faults.length > 0 ? faults : findingsOf(whole, personalData, validate);
    if (findings.length === 0 && typeof value === 'object' && value !== null) {
      return { value, context: Reflect.get(value, '@context') };
    }
    throw new Problem('document.invalid', { count: findings.length }, { findings });
  } catch (error) {
    if (error instanceof ScanFault) throw new Problem('document.invalid', { count: 1 }, { findings: [error.finding] });
    throw error;
  }
}

const validate = (value: unknown, at: { readonly text: string }): Finding[] => validateBareEvent(value, at.text);

/** A finding of the one event of a batch, told from the event as its own document. */
function atRoot(finding: Finding): Finding {
  const { eventIndex: _, ...rest } = finding;
  return { ...rest, pointer: finding.pointer.replace(/^\/epcisBody\/eventList\/\d+/, '') };
}
