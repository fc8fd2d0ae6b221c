import type { LabelFault } from './fault.ts';
import type { LabelValues, Layout } from './layout.ts';
import { prepareLabel } from './prepare-label.ts';

/** Dots of the finest printer of labels to the millimetre, for which a PDF is made: 600 to the inch. */
export const PDF_DPMM = 24;

/** Every reason why the label cannot be printed; none, and it can be, by a printer as fine as said. */
export async function checkLabel(
  layout: Layout,
  values: LabelValues,
  dpmm: number = PDF_DPMM,
): Promise<readonly LabelFault[]> {
  const prepared = await prepareLabel(layout, values, dpmm);
  return prepared.ok ? [] : prepared.faults;
}
