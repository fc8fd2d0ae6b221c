import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useMay } from '../../../manage/use-may.ts';
import { useReturnFocus } from '../../../manage/use-return-focus.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { numberOfName } from '../../master/form/own-product.ts';
import { ProblemAlert } from '../../problem-alert.tsx';
import { chinaClock } from '../given-sheet.ts';
import { codeOfLot } from './code-of-lot.ts';
import { isCalled, type ProductOption, productOption, renderProduct } from './product-option.tsx';
import { useAddProduct } from './use-add-product.ts';
import { useEntries } from './use-entries.ts';

interface ByProductProps {
  readonly onChosen: (code: string) => void;
  readonly onClose: () => void;
}

interface Given {
  readonly product?: string;
  readonly lot?: string;
}

/** Goods without a label at hand: one of the organisation's products, or a new one, and the number of the lot. */
export function ByProduct({ onChosen, onClose }: ByProductProps): ReactNode {
  const say = useText(recordText);
  const id = useId();
  const [form] = Form.useForm<Given>();
  const add = useAddProduct();
  const choosing = useMutation({
    async mutationFn({ product = '', lot = '' }: Given) {
      const name = newNameOf(product);
      return codeOfLot(name === undefined ? product : await add(name), lot);
    },
    onSuccess: onChosen,
  });
  useReturnFocus();
  return (
    <Modal
      open
      title={say('product.title')}
      okText={say('product.take')}
      cancelText={say('product.cancel')}
      okButtonProps={{ htmlType: 'submit', form: id, loading: choosing.isPending }}
      onCancel={onClose}
    >
      <Form<Given>
        form={form}
        id={id}
        className="dialog-body"
        layout="vertical"
        onFinish={(given) => choosing.mutate(given)}
      >
        <ProblemAlert error={choosing.error} />
        <ProductField />
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

/** Found by name; a name that is not there is a new product, for whoever may add one. */
function ProductField(): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const [sought, seek] = useState('');
  const [named, keepName] = useState('');
  const mayAdd = useMay('capture');
  const products = useEntries('product', sought);
  const entries = products.data?.entries ?? [];
  const known = entries.map((entry) => productOption(entry, language));
  const name = sought.trim() === '' ? named : sought.trim();
  const isKnown = entries.some((entry) => isCalled(entry, name));
  // While it is looked for nobody knows whether it is new.
  const isLooking = sought !== '' && products.isFetching;
  const isNew = mayAdd && !isKnown && !isLooking && numberOfName(name) !== undefined;
  const none = (
    <>
      {say('product.none')} <Link to="/master-data">{say('product.enter')}</Link>
    </>
  );
  return (
    <Form.Item
      name="product"
      label={say('product')}
      {...(mayAdd ? { extra: say('product.help') } : {})}
      rules={[{ required: true, message: say('product.missing') }]}
    >
      <Select<string, ProductOption>
        optionRender={renderProduct}
        options={[...known, ...(isNew ? [{ value: NEW + name, label: say('product.new', { name }) }] : [])]}
        loading={products.isFetching}
        showSearch={{ filterOption: false, onSearch: seek }}
        notFoundContent={products.isSuccess ? none : null}
        onSelect={(value: string) => keepName(newNameOf(value) ?? '')}
      />
    </Form.Item>
  );
}

/** Before the name of a product that is to be added: no code begins so. */
const NEW = 'new ';

const newNameOf = (value: string): string | undefined => (value.startsWith(NEW) ? value.slice(NEW.length) : undefined);

/** Goods of a day are most often one lot, and a day is a number that nobody gave before. */
const today = (): string => chinaClock(Date.now()).day.replaceAll('-', '');
