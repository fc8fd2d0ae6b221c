import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useReturnFocus } from '../../../manage/use-return-focus.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { chinaClock } from '../given-sheet.ts';
import { codeOfLot, numberOf } from './code-of-lot.ts';
import { useEntries } from './use-entries.ts';

interface ByProductProps {
  readonly onChosen: (code: string) => void;
  readonly onClose: () => void;
}

interface Given {
  readonly product?: string;
  readonly lot?: string;
}

/** Goods without a label at hand: one of the organisation's products, and the number of the lot. */
export function ByProduct({ onChosen, onClose }: ByProductProps): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const id = useId();
  const [form] = Form.useForm<Given>();
  const [sought, seek] = useState('');
  const products = useEntries('product', sought);
  useReturnFocus();
  const options = products.data?.entries.map(({ code, name }) => ({
    value: code,
    // Two of one name are told apart by their number.
    label: name === null ? code : `${name[language]} ${numberOf(code)}`,
  }));
  const none = (
    <>
      {say('product.none')} <Link to="/master-data">{say('product.enter')}</Link>
    </>
  );
  return (
    <Modal
      open
      title={say('product.title')}
      okText={say('product.take')}
      cancelText={say('product.cancel')}
      okButtonProps={{ htmlType: 'submit', form: id }}
      onCancel={onClose}
    >
      <Form<Given>
        form={form}
        id={id}
        className="dialog-body"
        layout="vertical"
        onFinish={({ product = '', lot = '' }) => onChosen(codeOfLot(product, lot))}
      >
        <Form.Item name="product" label={say('product')} rules={[{ required: true, message: say('product.missing') }]}>
          <Select
            options={options ?? []}
            loading={products.isFetching}
            showSearch={{ filterOption: false, onSearch: seek }}
            notFoundContent={products.isSuccess ? none : null}
          />
        </Form.Item>
        <Form.Item label={say('lot')} htmlFor={`${id}-lot`} extra={say('lot.help')}>
          <div className="lot-row">
            <Form.Item name="lot" noStyle>
              <Input id={`${id}-lot`} maxLength={20} autoComplete="off" />
            </Form.Item>
            <Button onClick={() => form.setFieldValue('lot', today())}>{say('lot.today')}</Button>
          </div>
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Goods of a day are most often one lot, and a day is a number that nobody gave before. */
const today = (): string => chinaClock(Date.now()).day.replaceAll('-', '');
