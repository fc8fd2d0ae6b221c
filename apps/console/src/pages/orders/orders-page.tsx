import { ORDER_STATES, type OrderState } from '@suyuan/api/orders';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Records } from '../../manage/records.tsx';
import { SearchField } from '../../manage/search-field.tsx';
import { Section } from '../../manage/section.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useMay } from '../../manage/use-may.ts';
import { newId } from '../record/new-id.ts';
import { useOrderColumns } from './order-list.tsx';
import './orders.css';
import { changePage, ORDERS_PATH } from './path.ts';
import { pageOfOrders } from './use-orders.ts';

/** Orders of buyers: those that are still to be shipped, as they are due; others when they are asked for. */
export function OrdersPage(): ReactNode {
  const say = useText(ordersText);
  const navigate = useNavigate();
  const mayAdd = [useMay('capture'), useMay('draft')].includes(true);
  const add = (
    <Button type="primary" size="large" onClick={() => void navigate(changePage(newId()))}>
      {say('add')}
    </Button>
  );
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} action={mayAdd ? add : null} />
      <OrderTable />
    </OnlyFor>
  );
}

function OrderTable(): ReactNode {
  const say = useText(ordersText);
  const columns = useOrderColumns();
  const [q, seek] = useState('');
  const [state, choose] = useState<OrderState | ''>('open');
  const found = useFound({ path: ORDERS_PATH, wanted: { state, q }, pageOf: pageOfOrders });
  const states = ORDER_STATES.filter((each) => each !== 'open');
  const options = [
    { value: 'open' as const, label: say('filter.open') },
    ...states.map((value) => ({ value, label: say(`state.${value}`) })),
    { value: '' as const, label: say('state.all') },
  ];
  const tools = (
    <div className="order-tools">
      <Select<OrderState | ''> aria-label={say('state.of')} value={state} options={options} onChange={choose} />
      <SearchField label={say('search')} value={q} onChange={seek} />
    </div>
  );
  return (
    <Section title={say('list')} tools={tools}>
      <Loaded query={found.query}>
        {(orders) => (
          <Records
            caption={say('list')}
            columns={columns}
            rows={orders}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say(state === 'open' && q === '' ? 'list.none.open' : 'list.none')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </Section>
  );
}
