import type { DrillCustomer, DrillResult } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { ShowMore, useFirst } from '../trace/show-more.tsx';
import { MoreRows } from './more-rows.tsx';
import { Named } from './named.tsx';
import { useAmounts } from './use-amounts.ts';

/** To whom how much went: of the lot, and of what was made of it. */
export function CustomerTable({ result: { customers, more } }: { result: DrillResult }): ReactNode {
  const say = useText(drillText);
  const none = useText(manageText)('none');
  const amountsOf = useAmounts();
  const listed = useFirst(customers);
  const columns: readonly Column<DrillCustomer>[] = [
    {
      label: say('customer'),
      cell: ({ party, isRetail }) =>
        party === undefined ? say(isRetail ? 'consumers' : 'unnamed') : <Named of={party} />,
    },
    { label: say('lot'), cell: (row) => <Named of={row} isGoods /> },
    {
      label: say('amount'),
      isNumber: true,
      cell: ({ amounts, unknown }) => (
        <>
          {amountsOf(amounts) || say('amount.unknown')}
          {unknown === 0 || amounts.length === 0 ? null : (
            <div className="soft">{say('amount.more', { count: unknown })}</div>
          )}
        </>
      ),
    },
    { label: say('last'), cell: ({ lastAt }) => (lastAt === undefined ? none : <Moment at={lastAt} />) },
    { label: say('sender'), cell: ({ isDirect }) => say(isDirect ? 'sender.own' : 'sender.others') },
  ];
  return (
    <Section title={say('customers')}>
      <Records
        caption={say('customers')}
        columns={columns}
        rows={listed.shown}
        keyOf={({ party, code, isDirect, isRetail }) => [party?.code, code, isDirect, isRetail].join(' ')}
        empty={say('customers.none')}
      />
      <ShowMore more={listed.more} />
      <MoreRows count={more.customers} />
    </Section>
  );
}
