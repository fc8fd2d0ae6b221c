import { RightOutlined } from '@ant-design/icons';
import { Collapse } from 'antd';
import type { ReactNode } from 'react';
import { phoneText } from '../../i18n/phone.ts';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../../manage/use-may.ts';
import { PhoneSteps } from './phone-steps.tsx';
import './phone.css';
import { useReach } from './use-reach.ts';

/**
 * How to come here with a phone, folded; how to let phones in, for whoever runs the program. Nothing where the browser came
 * by HTTPS: it is that phone, or there is an address that phones can open.
 */
export function PhoneCard(): ReactNode {
  const say = useText(phoneText);
  const mayOperate = useMay('operate');
  const { data: reach } = useReach({ isWanted: location.protocol !== 'https:' });
  if (reach === undefined) return null;
  if (!reach.isOpen) {
    if (!mayOperate) return null;
    return (
      <p className="soft">
        {say('closed')}
        <code>SUYUAN_LAN=on</code>
      </p>
    );
  }
  return (
    <Collapse
      className="phone-card"
      expandIcon={({ isActive }) => <RightOutlined aria-hidden rotate={isActive === true ? 90 : 0} />}
      items={[{ key: 'phone', label: say('title'), children: <PhoneSteps reach={reach} /> }]}
    />
  );
}
