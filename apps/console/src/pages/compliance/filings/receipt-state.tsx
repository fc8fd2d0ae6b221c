import type { FilingBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Moment } from '../../../manage/moment.tsx';

/** What the receiver answered, where that was noted. */
export function ReceiptState({ filing: { receipt, refused } }: { filing: FilingBody }): ReactNode {
  const say = useText(filingsText);
  if (receipt === null) return <Tag color="warning">{say('receipt.none')}</Tag>;
  const { at, number } = receipt;
  return (
    <>
      <div className="chips">
        <Tag color="success">{say('receipt.noted')}</Tag>
        {refused === 0 ? null : <Tag color="error">{say('refused', { count: refused })}</Tag>}
      </div>
      <span className="means">
        {number === null ? null : <span className="raw">{say('receipt.number', { number })}</span>}
        {say('receipt.at')}
        <Moment at={at} />
      </span>
    </>
  );
}
