import type { KeyBody } from '@suyuan/api';
import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { keysText } from '../../i18n/keys.ts';
import { useText } from '../../i18n/use-text.ts';
import type { GivenKey } from './given-key.ts';

const ROLES = ['query', 'capture', 'admin'] as const;
const LIVES = [90, 365, 0] as const;

/** What a key of each role can be cut to; as the server refuses it by `key.scopes`. */
const SCOPES: Readonly<Record<KeyBody['role'], NonNullable<KeyBody['scopes']>>> = {
  query: ['query', 'trace'],
  capture: ['query', 'trace', 'capture'],
  admin: ['query', 'trace', 'capture'],
};

export function KeyFields(): ReactNode {
  const say = useText(keysText);
  const form = Form.useFormInstance<GivenKey>();
  const role = Form.useWatch('role', form) ?? 'capture';
  const roles = ROLES.map((value) => ({
    value,
    label: (
      <>
        {say(`role.${value}`)}
        <span className="means">{say(`role.${value}.means`)}</span>
      </>
    ),
  }));
  return (
    <>
      <Form.Item
        name="label"
        label={say('label')}
        extra={say('label.help')}
        rules={[{ required: true, whitespace: true, message: say('label.missing') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={say('role')}>
        <Radio.Group className="choices" options={roles} onChange={() => form.setFieldValue('scopes', [])} />
      </Form.Item>
      <Form.Item name="scopes" label={say('scopes')} extra={say('scopes.help')}>
        <Checkbox.Group options={SCOPES[role].map((value) => ({ value, label: say(`scope.${value}`) }))} />
      </Form.Item>
      <Form.Item name="days" label={say('expiry')}>
        <Radio.Group
          options={LIVES.map((value) => ({ value, label: say(value === 0 ? 'expiry.none' : `expiry.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
