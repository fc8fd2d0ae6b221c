/** Prints a report: each page is given as soon as it is drawn. */
import { Paper } from '../paper/paper.ts';
import { A4, layOut } from './lay-out.ts';
import type { Report } from './report.ts';

export function* reportPdf(report: Report): Generator<Uint8Array> {
  const paper = new Paper(report.title);
  for (const { runs, lines } of layOut(report)) {
    paper.page(A4);
    for (const run of runs) paper.write(run);
    paper.fill(lines);
    const ready = paper.take();
    if (ready.length > 0) yield ready;
  }
  yield paper.end();
}
