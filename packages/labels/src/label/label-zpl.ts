import { Bitmap } from '../paper/bitmap.ts';
import { LabelError } from './fault.ts';
import type { LabelRun } from './label-pdf.ts';
import { prepareLabel } from './prepare-label.ts';
import { graphicField } from './zpl-graphic.ts';

/** Dots of label printers to the millimetre: 203, 300 and 600 to the inch. */
export type PrinterDpmm = 8 | 12 | 24;

/**
 * The labels for a printer that speaks ZPL, each as one picture of its dots: what was checked is what is printed, and the
 * printer needs neither a Chinese font nor to know the symbols.
 *
 * @throws LabelError at the first that cannot be printed; those before it stand.
 */
export async function* labelZpl({
  layout,
  dpmm,
  labels,
  onPrinted,
}: LabelRun & { readonly dpmm: PrinterDpmm }): AsyncGenerator<string> {
  let index = 0;
  for await (const values of labels) {
    const prepared = await prepareLabel(layout, values, dpmm);
    if (!prepared.ok) throw new LabelError(index, prepared.faults);
    const bitmap = new Bitmap(layout, dpmm);
    prepared.value.draw(bitmap);
    // ^PW and ^LL: the label's width and length in dots, whatever the printer was last used for.
    yield `^XA^PW${bitmap.width}^LL${bitmap.height}^LH0,0^FO0,0${graphicField(bitmap)}^FS^XZ\n`;
    onPrinted?.(index);
    index += 1;
  }
}
