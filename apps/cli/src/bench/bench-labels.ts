/** Labels a minute on one core, each symbol read again before it is printed; beside the same labels without their symbols. */
import { LAYOUTS, type LabelValues, type Layout, labelPdf, labelZpl } from '@suyuan/labels';
import type { Output } from '../output.ts';

const LABELS = 2_000;
const ZPL_LABELS = 500;
const DPMM = 8;

const VALUES: LabelValues = {
  ...{
    name: '红富士苹果 80 毫米',
    gtin: '06901234567892',
    date: '2026-11-28',
    expiry: '2027-02-28',
    maker: '青山果园',
  },
  ...{ quantity: '20 千克', sender: '青山果园', receiver: '城南批发市场 8 区', content: '苹果 48 箱' },
  ...{ productName: '红富士苹果', origin: '山东省烟台市栖霞市', responsible: '青山果园', contact: '0535-1234567' },
  ...{ certificateDate: '2026-11-28', commitmentBasis: 'self-test' },
};

export async function benchLabels(output: Output): Promise<void> {
  for (const layout of LAYOUTS) {
    const plain: Layout = { ...layout, items: layout.items.filter(({ kind }) => kind !== 'symbol') };
    await took(labelPdf({ layout, page: { kind: 'roll' }, labels: labels(50, 1) }));
    const pdf = await rate(LABELS, (count) => labelPdf({ layout, page: { kind: 'roll' }, labels: labels(count, 100) }));
    const text = await rate(LABELS, (count) =>
      labelPdf({ layout: plain, page: { kind: 'roll' }, labels: labels(count, 100) }),
    );
    const zpl = await rate(ZPL_LABELS, (count) => labelZpl({ layout, dpmm: DPMM, labels: labels(count, 10_000) }));
    output.line(
      `${layout.id}: ${pdf} labels/min as PDF, ${zpl} as ZPL; without symbols ${text}; ratio: ${(pdf / text).toFixed(2)}`,
      {
        bench: 'labels',
        layout: layout.id,
        pdfPerMinute: pdf,
        zplPerMinute: zpl,
        plainPerMinute: text,
        ratio: pdf / text,
      },
    );
  }
}

/** Each with a symbol of its own. */
function* labels(count: number, from: number): Generator<LabelValues> {
  for (let i = from; i < from + count; i += 1) {
    const digits = `0690123400${String(i).padStart(7, '0')}`;
    yield {
      ...VALUES,
      lot: `L${i}`,
      link: `https://trace.example.org/01/06901234567892/21/${i}`,
      sscc: withCheck(digits),
    };
  }
}

/** GS1 General Specifications §7.9.1. */
function withCheck(digits: string): string {
  const sum = [...digits].reverse().reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

async function rate(count: number, run: (count: number) => AsyncIterable<unknown>): Promise<number> {
  return Math.round((count / (await took(run(count)))) * 60_000);
}

async function took(pieces: AsyncIterable<unknown>): Promise<number> {
  const start = performance.now();
  for await (const _piece of pieces);
  return performance.now() - start;
}
