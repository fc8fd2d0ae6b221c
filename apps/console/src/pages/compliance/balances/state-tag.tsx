import type { AccountState } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { balancesText } from '../../../i18n/balances.ts';
import { useText } from '../../../i18n/use-text.ts';

const COLOURS: Readonly<Record<AccountState, string>> = {
  short: 'error',
  differs: 'error',
  units: 'warning',
  unclear: 'warning',
  held: 'success',
  even: 'default',
};

/** How an account stands: red where records and goods do not agree, yellow where it cannot be told. */
export function StateTag({ state }: { state: AccountState }): ReactNode {
  const say = useText(balancesText);
  return <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>;
}
