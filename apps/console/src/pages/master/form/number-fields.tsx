import { DeleteOutlined } from '@ant-design/icons';
import { OWN_IDENTIFIERS } from '@suyuan/api';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSchemes } from '../../../manage/schemes.ts';
import { useWords } from '../use-words.ts';

/** What the server takes of one entry. */
const NUMBERS_MAX = 20;
const LENGTH_MAX = 256;

/** Numbers beside the code, each of a kind: one that changed is simply written over. */
export function NumberFields(): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const schemes = useSchemes();
  const own = [...Object.keys(OWN_IDENTIFIERS), 'gs1'].map((value) => ({ value, label: words.ofScheme(value) }));
  return (
    <fieldset className="numbers">
      <legend>{say('identifiers')}</legend>
      <Form.List name="identifiers">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="number-row">
                <Form.Item name={[name, 'scheme']} rules={[{ required: true, message: say('number.scheme.missing') }]}>
                  <Select
                    aria-label={say('number.scheme', { n: name + 1 })}
                    placeholder={say('scheme')}
                    options={[...own, ...schemes.all]}
                    showSearch={{ optionFilterProp: 'label' }}
                    popupMatchSelectWidth={false}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'value']}
                  rules={[{ required: true, whitespace: true, message: say('number.value.missing') }]}
                >
                  <Input
                    aria-label={say('number.value', { n: name + 1 })}
                    placeholder={say('value')}
                    maxLength={LENGTH_MAX}
                    autoComplete="off"
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={say('number.remove', { n: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {fields.length < NUMBERS_MAX ? (
              <div>
                <Button onClick={() => add({ value: '' })}>{say('number.add')}</Button>
              </div>
            ) : null}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
