import type { OrderSummary } from '@suyuan/api/orders';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { chinaClock } from '../record/given-sheet.ts';

/** By when it is wanted; what is late, or goes today, says so as long as something of it is open. */
export function WantedDay({ order: { wantedOn, state } }: { order: OrderSummary }): ReactNode {
  const say = useText(ordersText);
  if (wantedOn === undefined) return say('wantedOn.none');
  const today = chinaClock(Date.now()).day;
  const isDue = (state === 'open' || state === 'partly') && wantedOn <= today;
  return (
    <>
      <time dateTime={wantedOn}>{wantedOn}</time>{' '}
      {isDue ? (
        <Tag color={wantedOn < today ? 'error' : 'warning'}>{say(wantedOn < today ? 'late' : 'today')}</Tag>
      ) : null}
    </>
  );
}
