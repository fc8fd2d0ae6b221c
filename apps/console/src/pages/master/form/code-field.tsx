import type { EntryKind } from '@suyuan/api';
import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { OWN_NUMBER } from './own-product.ts';

/** By which records name the thing that is added; of a product without a bar code, a number that one gives it. */
export function CodeField(): ReactNode {
  const say = useText(masterText);
  const kind = Form.useWatch<EntryKind | undefined>('kind') ?? 'product';
  const isOwn = Form.useWatch<boolean | undefined>('isOwn') === true && kind === 'product';
  return (
    <>
      <Form.Item
        name="code"
        label={say(isOwn ? 'code.own' : 'code')}
        extra={say(isOwn ? 'code.own.help' : 'code.help')}
        rules={[
          { required: true, whitespace: true, message: say('code.missing') },
          ...(isOwn ? [{ pattern: OWN_NUMBER, message: say('code.own.form') }] : []),
        ]}
      >
        <Input maxLength={1_000} autoComplete="off" spellCheck={false} />
      </Form.Item>
      {kind === 'product' ? (
        <Form.Item name="isOwn" valuePropName="checked">
          <Checkbox>{say('code.own.choose')}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}
