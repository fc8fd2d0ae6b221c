import type { Order } from '@suyuan/api/orders';
import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useApi } from '../../api.ts';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { PartyField } from '../record/fields/party-field.tsx';
import '../record/record.css';
import { EMPTY_ORDER, type GivenOrder, givenOrder, orderOf } from './given-order.ts';
import { LineRows } from './line-rows.tsx';
import './orders.css';
import { orderPage, orderPath } from './path.ts';
import { useForgetOrders, useOrder } from './use-orders.ts';

/** An order is entered or changed; it has its id before it is saved, so that what is sent twice is one. */
export function ChangePage(): ReactNode {
  const say = useText(ordersText);
  const { id = '' } = useParams();
  const query = useOrder(id, { mayBeNew: true });
  return (
    <OnlyFor right="query">
      <Loaded query={query}>
        {(order) => (
          <>
            <p className="back">
              <Link to={order === null ? '/orders' : orderPage(id)}>{say(order === null ? 'back' : 'back.one')}</Link>
            </p>
            <OrderForm key={id} id={id} order={order ?? undefined} />
          </>
        )}
      </Loaded>
    </OnlyFor>
  );
}

function OrderForm({ id, order }: { id: string; order: Order | undefined }): ReactNode {
  const say = useText(ordersText);
  const api = useApi();
  const navigate = useNavigate();
  const forget = useForgetOrders();
  const saving = useMutation({
    mutationFn: (given: GivenOrder) => api.send<Order>('PUT', orderPath(id), orderOf(given, order?.version ?? 0)),
    async onSuccess() {
      forget();
      await navigate(orderPage(id));
    },
  });
  const title = order === undefined ? say('new.title') : say('change.title', { number: order.number });
  return (
    <>
      <PageHead title={title} lead={say('form.lead')} />
      <Form<GivenOrder>
        className="sheet-form"
        layout="vertical"
        initialValues={order === undefined ? EMPTY_ORDER : givenOrder(order)}
        onFinish={(given) => saving.mutate(order === undefined ? given : { ...given, number: order.number })}
        scrollToFirstError
      >
        <section className="section" aria-label={say('title')}>
          {order === undefined ? (
            <TextField
              name="number"
              label={say('number')}
              help={say('number.help')}
              missing={say('number.missing')}
              maxLength={60}
            />
          ) : null}
          <PartyField
            name="to"
            label={say('buyer')}
            help={say('buyer.help')}
            missing={say('buyer.missing')}
            told={[]}
            onTaken={() => undefined}
          />
          <PartyField
            name="place"
            label={say('destination')}
            help={say('destination.help')}
            told={[]}
            onTaken={() => undefined}
          />
          <TextField name="wantedOn" label={say('wantedOn')} maxLength={10} kind="day" />
          <TextField name="note" label={say('note')} help={say('note.help')} maxLength={1000} kind="lines" />
        </section>
        <section className="section order-lines" aria-label={say('lines')}>
          <h2>{say('lines')}</h2>
          <LineRows known={order?.lines ?? []} />
        </section>
        <ProblemAlert error={saving.error} />
        <div className="order-do">
          <Button type="primary" size="large" htmlType="submit" loading={saving.isPending}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </>
  );
}
