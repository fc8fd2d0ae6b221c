/** Stages in which something is taken out of a package. */
import type { PackStage } from '../pack/pack.ts';

/** CBV 2.0 §7.1. */
const OPENING: readonly string[] = ['unpacking', 'disassembling'];

/** Whether a package is opened in this stage, whatever else is recorded of it. */
export function opens({ event: { types, bizSteps } }: PackStage): boolean {
  return types.every((type) => type === 'AggregationEvent') && bizSteps.every((step) => OPENING.includes(step));
}
