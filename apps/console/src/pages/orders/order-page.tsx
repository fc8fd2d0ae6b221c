import type { Order } from '@suyuan/api/orders';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { NotShown } from '../../manage/not-shown.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { useWords } from '../master/use-words.ts';
import { LineTable } from './line-table.tsx';
import { OrderActions } from './order-actions.tsx';
import './orders.css';
import { ShipmentTable } from './shipment-table.tsx';
import { StateTag } from './state-tag.tsx';
import { useOrder } from './use-orders.ts';
import { WantedDay } from './wanted-day.tsx';

/** One order: what is wanted, what was shipped of it, and what is done next. */
export function OrderPage(): ReactNode {
  const say = useText(ordersText);
  const { id = '' } = useParams();
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/orders">{say('back')}</Link>
      </p>
      <Loaded query={useOrder(id)}>
        {(order) => (order === null ? <NotShown reason={say('list.none')} /> : <Whole order={order} />)}
      </Loaded>
    </OnlyFor>
  );
}

function Whole({ order }: { order: Order }): ReactNode {
  const say = useText(ordersText);
  const words = useWords();
  const [{ language }] = useSettings();
  const { number, buyer, buyerName, state, reason, others } = order;
  const name = buyerName?.[language] ?? words.ofCode(buyer);
  return (
    <>
      <PageHead title={number} lead={say('buyerOf', { name })} />
      {state === 'closed' ? <Alert type="info" showIcon title={say('closedFor', { reason: reason ?? '' })} /> : null}
      {state === 'withdrawn' ? <Alert type="info" showIcon title={say('withdrawn')} /> : null}
      <OrderActions order={order} />
      <OrderFacts order={order} />
      <LineTable lines={order.lines} />
      {others.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={say('others')}
          description={others.map((code) => (
            <div key={code} className="code">
              {words.ofCode(code)}
            </div>
          ))}
        />
      )}
      <ShipmentTable order={order} />
    </>
  );
}

function OrderFacts({ order }: { order: Order }): ReactNode {
  const say = useText(ordersText);
  const words = useWords();
  const { destination, note } = order;
  return (
    <dl className="facts">
      <dt>{say('state')}</dt>
      <dd>
        <StateTag state={order.state} />
      </dd>
      <dt>{say('wantedOn')}</dt>
      <dd>
        <WantedDay order={order} />
      </dd>
      {destination === undefined ? null : (
        <>
          <dt>{say('destination')}</dt>
          <dd>{words.ofCode(destination)}</dd>
        </>
      )}
      {note === undefined ? null : (
        <>
          <dt>{say('note')}</dt>
          <dd className="order-note">{note}</dd>
        </>
      )}
    </dl>
  );
}
