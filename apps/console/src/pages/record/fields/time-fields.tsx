import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { ToldOf } from '../told-at.ts';
import { useToldItem } from './told-item.tsx';

/** When it happened, on China's clocks. */
export function TimeFields({ told }: { told: readonly ToldOf[] }): ReactNode {
  const say = useText(recordText);
  return (
    <div className="time-fields">
      <Form.Item name="day" label={say('day')} {...useToldItem(told)}>
        <Input type="date" max="9999-12-31" />
      </Form.Item>
      <Form.Item name="time" label={say('time')}>
        <Input type="time" />
      </Form.Item>
    </div>
  );
}
