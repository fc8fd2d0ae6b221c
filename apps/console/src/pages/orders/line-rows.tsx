import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { unitWords } from '@suyuan/api';
import type { OrderLine } from '@suyuan/api/orders';
import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ordersText } from '../../i18n/orders.ts';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { numberOf } from '../record/fields/code-of-lot.ts';
import { type ProductOption, productOption, renderProduct } from '../record/fields/product-option.tsx';
import { UOMS } from '../record/fields/uoms.ts';
import { useEntries } from '../record/fields/use-entries.ts';

interface LineRowsProps {
  /** Of the order as it was saved: what its products are called. */
  readonly known: readonly OrderLine[];
}

/** What is wanted, a product a row. */
export function LineRows({ known }: LineRowsProps): ReactNode {
  const say = useText(ordersText);
  return (
    <Form.List name="lines">
      {(rows, { add, remove }) => (
        <>
          <ol>
            {rows.map(({ key, name: at }) => (
              <li key={key}>
                <LineRow at={at} known={known} onRemove={rows.length === 1 ? undefined : () => remove(at)} />
              </li>
            ))}
          </ol>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            {say('lines.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

interface LineRowProps extends LineRowsProps {
  readonly at: number;
  readonly onRemove: (() => void) | undefined;
}

const QUANTITY = /^\s*(?!0*(\.0*)?\s*$)\d{1,15}(\.\d{1,6})?\s*$/;

function LineRow({ at, known, onRemove }: LineRowProps): ReactNode {
  const say = useText(ordersText);
  const sayRecord = useText(recordText);
  const [{ language }] = useSettings();
  const uoms = UOMS.map((value) => ({ value, label: unitWords(value)[language] }));
  return (
    <div className="order-line">
      <Form.Item
        name={[at, 'product']}
        label={say('line.product')}
        rules={[{ required: true, message: say('line.product.missing') }]}
      >
        <ProductSelect known={known} />
      </Form.Item>
      <Form.Item
        name={[at, 'quantity']}
        label={say('line.quantity')}
        rules={[{ required: true, pattern: QUANTITY, message: say('line.quantity.missing') }]}
      >
        <Input inputMode="decimal" maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'uom']} label={say('line.uom')}>
        <Select options={uoms} allowClear placeholder={sayRecord('unit.uom.pieces')} />
      </Form.Item>
      <Form.Item name={[at, 'lot']} label={say('line.lot')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      {onRemove === undefined ? null : (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={say('line.remove', { n: at + 1 })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

interface ProductSelectProps extends LineRowsProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string) => void;
}

/** One of the organisation's products, found by its name or code. */
function ProductSelect({ known, ...field }: ProductSelectProps): ReactNode {
  const say = useText(ordersText);
  const [{ language }] = useSettings();
  const [sought, seek] = useState('');
  const products = useEntries('product', sought);
  const listed = (products.data?.entries ?? []).map((entry) => productOption(entry, language));
  const before = known
    .filter(({ product }) => product === field.value && !listed.some(({ value }) => value === product))
    .map(({ product, name }) => ({
      value: product,
      label: name?.[language] === undefined ? product : `${name[language]} ${numberOf(product)}`,
    }));
  const none = (
    <>
      {say('line.product.none')} <Link to="/master-data">{say('line.product.enter')}</Link>
    </>
  );
  return (
    <Select<string, ProductOption>
      {...field}
      optionRender={renderProduct}
      options={[...before, ...listed]}
      loading={products.isFetching}
      placeholder={say('line.product.hint')}
      showSearch={{ filterOption: false, onSearch: seek }}
      notFoundContent={products.isSuccess ? none : null}
    />
  );
}
