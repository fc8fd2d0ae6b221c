import type { OrderState } from '@suyuan/api/orders';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { ordersText } from '../../i18n/orders.ts';
import { useText } from '../../i18n/use-text.ts';

const COLOURS = {
  open: 'warning',
  partly: 'processing',
  shipped: 'success',
  closed: 'default',
  withdrawn: 'default',
} as const;

/** How an order stands. */
export function StateTag({ state }: { state: OrderState }): ReactNode {
  const say = useText(ordersText);
  return <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>;
}
