import type { OrderLine } from '@suyuan/api/orders';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useWords } from '../master/use-words.ts';
import { moreThanOrdered } from './more-than-ordered.ts';
import { useAmount, useProductName } from './use-amount.ts';

/** Two lines may be of one product. */
type Row = OrderLine & { readonly at: number };

/** What is wanted beside what was shipped. */
export function LineTable({ lines }: { lines: readonly OrderLine[] }): ReactNode {
  const say = useText(ordersText);
  const words = useWords();
  const amount = useAmount();
  const nameOf = useProductName();
  const columns: readonly Column<Row>[] = [
    {
      label: say('line.product'),
      cell: (line) => (
        <>
          {nameOf(line)}
          {line.lot === undefined ? null : (
            <div className="soft">{say('line.lot.only', { lot: words.ofCode(line.lot) })}</div>
          )}
        </>
      ),
    },
    { label: say('line.ordered'), isNumber: true, cell: ({ quantity, uom }) => amount(quantity, uom) },
    { label: say('line.shipped'), isNumber: true, cell: ({ shipped, uom }) => amount(shipped, uom) },
    {
      label: say('line.open'),
      isNumber: true,
      cell: (line) => {
        const more = moreThanOrdered(line);
        if (more === undefined) return line.open === '0' ? say('openCount.done') : amount(line.open, line.uom);
        return <Tag color="warning">{say('line.more', { amount: amount(more, line.uom) })}</Tag>;
      },
    },
  ];
  return (
    <Section title={say('lines')}>
      <Records
        caption={say('lines')}
        columns={columns}
        rows={lines.map((line, at): Row => ({ ...line, at }))}
        keyOf={({ at }) => String(at)}
        file="rows"
        empty=""
      />
    </Section>
  );
}
