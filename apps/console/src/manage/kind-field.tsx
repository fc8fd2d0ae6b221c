import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { organisationText } from '../i18n/organisation.ts';
import { useText } from '../i18n/use-text.ts';
import { KINDS } from './kinds.ts';

/** What kind of organisation. */
export function KindField(): ReactNode {
  const say = useText(organisationText);
  return (
    <Form.Item name="kind" label={say('kind')}>
      <Select options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))} />
    </Form.Item>
  );
}
