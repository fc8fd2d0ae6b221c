import type { OrderSummary, Orders } from '@suyuan/api/orders';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../api.ts';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useOrderColumns } from '../orders/order-list.tsx';
import { ORDERS_PATH } from '../orders/path.ts';
import { ShipButton } from '../orders/ship-button.tsx';
import { useForms } from './use-forms.ts';

/** So many stand here; the page of orders has them all. */
const LISTED = 5;

/** Orders that are still to be shipped, those due first. Nothing where there is none, or nothing is shipped here. */
export function OpenOrders(): ReactNode {
  const say = useText(ordersText);
  const api = useApi();
  const { data: forms } = useForms();
  const ships = forms?.packs.some(({ stages }) => stages.some(({ handover }) => handover === 'out')) === true;
  const { data } = useQuery({
    queryKey: [ORDERS_PATH, 'due'],
    queryFn: () => api.get<Orders>(`${ORDERS_PATH}?state=open`),
    enabled: ships,
    staleTime: 0,
  });
  const own = useOrderColumns();
  if (data === undefined || data.orders.length === 0) return null;
  const columns: readonly Column<OrderSummary>[] = [
    ...own,
    { label: say('ship'), cell: (order) => <ShipButton order={order} /> },
  ];
  return (
    <Section title={say('begin.title')}>
      <p className="soft">{say('begin.lead')}</p>
      <Records
        caption={say('begin.title')}
        columns={columns}
        rows={data.orders.slice(0, LISTED)}
        keyOf={({ id }) => id}
        empty=""
      />
      <Link to="/orders">{say('begin.all')}</Link>
    </Section>
  );
}
