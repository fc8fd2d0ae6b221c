import type { QuotaState } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';

const COLOURS: Readonly<Record<QuotaState, string>> = {
  exceeded: 'error',
  near: 'warning',
  unclear: 'warning',
  within: 'success',
};

/** How a quota stands: red where more was recorded, yellow where little is left or it cannot be told. */
export function QuotaTag({ state }: { state: QuotaState }): ReactNode {
  const say = useText(quotasText);
  return <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>;
}
