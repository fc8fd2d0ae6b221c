import type { SheetCheck } from '@suyuan/api';
import type { Order } from '@suyuan/api/orders';
import { Alert, Form } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { useWords } from '../master/use-words.ts';
import { moreThanOrdered } from '../orders/more-than-ordered.ts';
import { orderPage } from '../orders/path.ts';
import { useAmount, useProductName } from '../orders/use-amount.ts';
import { useOrder } from '../orders/use-orders.ts';
import { productOf } from './fields/code-of-lot.ts';
import { type GivenSheet, type GivenUnit, isSent } from './given-sheet.ts';

interface OfOrderProps {
  /** Id of the order; empty where the sheet is of none. */
  readonly order: string;
  readonly told: SheetCheck | undefined;
}

/** For which order it is shipped: which of its goods are not scanned yet, and how it stands once this is recorded. */
export function OfOrder({ order: id, told }: OfOrderProps): ReactNode {
  const query = useOrder(id, { mayBeNew: true, isAsked: id !== '' });
  if (id === '' || query.data === undefined || query.data === null) return null;
  return <Of order={query.data} told={told} />;
}

function Of({ order, told }: { order: Order; told: SheetCheck | undefined }): ReactNode {
  const say = useText(ordersText);
  const [{ language }] = useSettings();
  const amount = useAmount();
  const nameOf = useProductName();
  const form = Form.useFormInstance<GivenSheet>();
  // With what no field shows: for what a line waits.
  const units: readonly GivenUnit[] = Form.useWatch('units', { form, preserve: true }) ?? [];
  const sent = units.filter(isSent).flatMap(({ code = '' }) => [code.trim(), productOf(code.trim())]);
  const waits = units.filter((unit) => unit.awaits !== undefined && !isSent(unit));
  // A line of the order without any goods, and what of single items is left to scan.
  const missing = order.lines.flatMap((line) => {
    const { product, lot = product, open, uom } = line;
    const left = waits.find(({ awaits }) => awaits === lot)?.quantity;
    if (open === '0' || (left === undefined && sent.includes(lot))) return [];
    return [`${nameOf(line)} ${amount(left ?? open, uom)}`];
  });
  const goods = missing.join(language === 'zh' ? '、' : ', ');
  return (
    <section className="section of-order" aria-label={say('of.order', { number: order.number })} role="status">
      <Alert
        type="info"
        showIcon
        title={say('of.order', { number: order.number })}
        description={
          <>
            <div>{missing.length === 0 ? say('of.scanned') : say('of.missing', { goods })}</div>
            <div>
              <Link to={orderPage(order.id)}>{say('of.see')}</Link>
            </div>
          </>
        }
      />
      {told?.order === undefined ? null : <Checked of={told.order} />}
    </section>
  );
}

function Checked({ of: { lines, others } }: { of: NonNullable<SheetCheck['order']> }): ReactNode {
  const say = useText(ordersText);
  const words = useWords();
  const amount = useAmount();
  const nameOf = useProductName();
  const open = lines.filter((line) => line.open !== '0');
  const more = lines.flatMap((line) => {
    const beyond = moreThanOrdered(line);
    return beyond === undefined ? [] : [`${nameOf(line)} ${amount(beyond, line.uom)}`];
  });
  return (
    <>
      <Told
        type={open.length === 0 ? 'success' : 'info'}
        title={say(open.length === 0 ? 'of.done' : 'of.checked')}
        lines={open.map((line) => `${nameOf(line)} ${amount(line.open, line.uom)}`)}
      />
      {more.length === 0 ? null : <Told type="warning" title={say('of.more')} lines={more} />}
      {others.length === 0 ? null : <Told type="warning" title={say('of.others')} lines={others.map(words.ofCode)} />}
    </>
  );
}

interface ToldProps {
  readonly type: 'success' | 'info' | 'warning';
  readonly title: string;
  readonly lines: readonly string[];
}

function Told({ type, title, lines }: ToldProps): ReactNode {
  const list = (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return <Alert type={type} showIcon title={title} description={lines.length === 0 ? undefined : list} />;
}
