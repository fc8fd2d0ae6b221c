import type { Order } from '@suyuan/api/orders';
import type { ReactNode } from 'react';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { RecordLink, UnitLink } from '../compliance/record-links.tsx';
import { useAmount } from './use-amount.ts';

type Shipment = Order['shipments'][number];

/** So many are named; the record has them all. */
const NAMED = 5;

/** What went when, with the way to the record of it. */
export function ShipmentTable({ order: { shipments } }: { order: Order }): ReactNode {
  const say = useText(ordersText);
  const columns: readonly Column<Shipment>[] = [
    { label: say('shipments.at'), cell: ({ at }) => <Moment at={at} /> },
    { label: say('shipments.goods'), cell: ({ goods }) => <Goods goods={goods} /> },
    {
      label: say('shipments.see'),
      cell: ({ eventID }) => <RecordLink eventID={eventID} words={say('shipments.see')} />,
    },
  ];
  return (
    <Section title={say('shipments')}>
      <Records
        caption={say('shipments')}
        columns={columns}
        rows={shipments}
        keyOf={({ eventID }) => eventID}
        file="rows"
        empty={say('shipments.none')}
      />
    </Section>
  );
}

function Goods({ goods }: Pick<Shipment, 'goods'>): ReactNode {
  const say = useText(ordersText);
  const amount = useAmount();
  return (
    <>
      {goods.slice(0, NAMED).map(({ code, quantity, uom }) => (
        <div key={code}>
          <UnitLink unit={code} /> {quantity === undefined ? '' : amount(quantity, uom)}
        </div>
      ))}
      {goods.length > NAMED ? <div className="soft">{say('shipments.count', { count: goods.length })}</div> : null}
    </>
  );
}
