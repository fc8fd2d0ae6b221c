import { Paper } from '../paper/paper.ts';
import type { Surface } from '../paper/surface.ts';
import { PDF_DPMM } from './check-label.ts';
import { LabelError } from './fault.ts';
import type { LabelValues, Layout } from './layout.ts';
import { prepareLabel } from './prepare-label.ts';
import { checkPage, type LabelPage, pageSize, placeOf } from './sheet.ts';

export interface LabelRun {
  readonly layout: Layout;
  readonly labels: AsyncIterable<LabelValues> | Iterable<LabelValues>;
  /** Told of each label that is in the file, by its number from 0. */
  readonly onPrinted?: (index: number) => void;
}

/**
 * The labels as a PDF, in pieces: memory does not grow with their number.
 *
 * @throws LabelError at the first that cannot be printed; the file is then not whole.
 */
export async function* labelPdf({
  layout,
  page,
  labels,
  onPrinted,
}: LabelRun & { readonly page: LabelPage }): AsyncGenerator<Uint8Array> {
  const refused = checkPage(page, layout);
  if (refused !== undefined) throw new RangeError(refused.en);
  const paper = new Paper(layout.name.zh);
  let index = 0;
  for await (const values of labels) {
    const prepared = await prepareLabel(layout, values, PDF_DPMM);
    if (!prepared.ok) throw new LabelError(index, prepared.faults);
    const { startsPage, xMm, yMm } = placeOf(page, layout, index);
    if (startsPage) {
      paper.page(pageSize(page, layout));
      const bytes = paper.take();
      if (bytes.length > 0) yield bytes;
    }
    prepared.value.draw(moved(paper, xMm, yMm));
    onPrinted?.(index);
    index += 1;
  }
  yield paper.end();
}

function moved(surface: Surface, xMm: number, yMm: number): Surface {
  return {
    write: (run) => surface.write({ ...run, xMm: run.xMm + xMm, baselineMm: run.baselineMm + yMm }),
    fill: (rectangles) =>
      surface.fill(rectangles.map((each) => ({ ...each, xMm: each.xMm + xMm, yMm: each.yMm + yMm }))),
  };
}
