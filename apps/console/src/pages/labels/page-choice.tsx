import type { LabelPageName } from '@suyuan/api/labels';
import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';

interface PageChoiceProps {
  readonly value: LabelPageName;
  readonly onChange: (value: LabelPageName) => void;
}

/** On a roll of labels, or on sheets to be cut. */
export function PageChoice({ value, onChange }: PageChoiceProps): ReactNode {
  const say = useText(labelsText);
  const options = (['roll', 'a4'] as const).map((page) => ({ value: page, label: say(`page.${page}`) }));
  return (
    <Form.Item label={say('page')}>
      <Radio.Group
        aria-label={say('page')}
        value={value}
        options={options}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  );
}
