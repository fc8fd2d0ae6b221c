import { unitWords } from '@suyuan/api';
import { DRILL_TOLERANCE, type DrillBalance, type DrillResult } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { useNumber } from '../compliance/balances/use-number.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import { useAmounts } from './use-amounts.ts';

const PARTS = ['made', 'received', 'shipped', 'used', 'gone'] as const;

/** What is still here; then what came in against what went out, a line for each unit of measure. */
export function BalanceTable({ result: { balance } }: { result: DrillResult }): ReactNode {
  const say = useText(drillText);
  const columns = useColumns();
  return (
    <Section title={say('balance')}>
      <StillHere balance={balance} />
      <Records
        caption={say('balance')}
        columns={columns}
        rows={balance}
        keyOf={({ uom }) => uom}
        empty={say('balance.none')}
      />
      {balance.length === 0 ? null : <p className="soft">{say('balance.text', DRILL_TOLERANCE)}</p>}
    </Section>
  );
}

function StillHere({ balance }: Pick<DrillResult, 'balance'>): ReactNode {
  const say = useText(drillText);
  const amountsOf = useAmounts();
  if (balance.length === 0) return null;
  return (
    <dl className="facts">
      <dt>{say('stock')}</dt>
      {balance.map(({ uom, stock, isCounted }) => (
        <dd key={uom}>
          {say(isCounted ? 'stock.counted' : 'stock.books', { amount: amountsOf([{ amount: stock, uom }]) })}
        </dd>
      ))}
    </dl>
  );
}

function useColumns(): readonly Column<DrillBalance>[] {
  const say = useText(drillText);
  const none = useText(manageText)('none');
  const number = useNumber();
  const [{ language }] = useSettings();
  return [
    { label: say('unit'), cell: ({ uom }) => unitWords(uom)[language] },
    ...PARTS.map((part) => ({
      ...{ label: say(part), isNumber: true },
      cell: (line: DrillBalance) => number(line[part]),
    })),
    { label: say('left'), isNumber: true, cell: ({ stock }) => number(stock) },
    { label: say('unaccounted'), isNumber: true, cell: ({ unaccounted }) => number(unaccounted) },
    {
      label: say('percent'),
      isNumber: true,
      cell: ({ percent }) => (percent === undefined ? none : `${number(Math.round(percent * 100) / 100)}%`),
    },
    { label: say('outcome'), cell: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
  ];
}
