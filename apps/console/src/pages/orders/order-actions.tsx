import type { CloseOrder, Order } from '@suyuan/api/orders';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api.ts';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { useMay } from '../../manage/use-may.ts';
import { changePage, orderPath } from './path.ts';
import { ShipButton } from './ship-button.tsx';
import { useForgetOrders } from './use-orders.ts';

/** What may be done with an order as it stands. */
export function OrderActions({ order }: { order: Order }): ReactNode {
  const say = useText(ordersText);
  const api = useApi();
  const navigate = useNavigate();
  const forget = useForgetOrders();
  const mayWrite = [useMay('capture'), useMay('draft')].includes(true);
  const [asked, ask] = useState<'close' | 'withdraw'>();
  const { id, number, state, shipments } = order;
  if (!mayWrite || state === 'withdrawn') return null;
  const done = (): void => {
    ask(undefined);
    forget();
  };
  if (state === 'closed')
    return (
      <div className="order-do">
        <Button onClick={() => void api.send('POST', `${orderPath(id)}/reopen`).then(forget)}>{say('reopen')}</Button>
      </div>
    );
  return (
    <div className="order-do">
      {state === 'shipped' ? null : <ShipButton order={order} isMain />}
      <Button size="large" onClick={() => void navigate(changePage(id))}>
        {say('change')}
      </Button>
      <Button size="large" onClick={() => ask('close')}>
        {say('close')}
      </Button>
      {shipments.length > 0 ? null : (
        <Button size="large" danger onClick={() => ask('withdraw')}>
          {say('withdraw')}
        </Button>
      )}
      {asked === 'close' ? (
        <FormDialog<CloseOrder, unknown>
          title={say('close.title', { number })}
          doing={say('close')}
          initial={{ reason: '' }}
          onSend={(given) => api.send('POST', `${orderPath(id)}/close`, given)}
          onDone={done}
          onClose={() => ask(undefined)}
        >
          <p>{say('close.what')}</p>
          <TextField name="reason" label={say('close.reason')} missing={say('close.reason.missing')} maxLength={500} />
        </FormDialog>
      ) : null}
      {asked === 'withdraw' ? (
        <AskDialog
          title={say('withdraw.title', { number })}
          doing={say('withdraw')}
          isGrave
          onDo={() => api.send('DELETE', orderPath(id))}
          onDone={done}
          onClose={() => ask(undefined)}
        >
          <p>{say('withdraw.what')}</p>
        </AskDialog>
      ) : null}
    </div>
  );
}
