import { Form, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { type ProductOption, productOption, renderProduct } from '../record/fields/product-option.tsx';
import { useEntries } from '../record/fields/use-entries.ts';
import { namesOfProduct, type Values } from './label-values.ts';

interface ProductFieldProps {
  readonly value: string;
  /** What it is for: serials, which need a GTIN; the link in the symbol; or names alone. */
  readonly use: 'serial' | 'link' | 'names';
  /** @param named what fields of labels are called after the product */
  readonly onChange: (code: string, named: Values | undefined) => void;
}

const LABELS = { serial: 'product', link: 'code', names: 'names' } as const;
const GTIN = /\/01\/(\d{14})$/;

/** One of the organisation's products by its name; any other code is typed or scanned. */
export function ProductField({ value, use, onChange }: ProductFieldProps): ReactNode {
  const say = useText(labelsText);
  const [{ language }] = useSettings();
  const [sought, seek] = useState('');
  const products = useEntries('product', sought);
  const entries = products.data?.entries ?? [];
  const known = entries.map((entry) => productOption(entry, language));
  const isOther = (code: string): boolean => code !== '' && !known.some((each) => each.value === code);
  const others = [...new Set([sought.trim(), value])].filter(isOther).map((code) => ({ value: code, label: code }));
  const choose = (code: string): void => {
    const name = entries.find((each) => each.code === code)?.name?.zh;
    const gtin = GTIN.exec(code)?.[1];
    onChange(code, {
      ...namesOfProduct(name),
      ...(gtin === undefined ? {} : { gtin }),
    });
    seek('');
  };
  return (
    <Form.Item label={say(LABELS[use])} htmlFor="label-product" extra={say(`${LABELS[use]}.help`)}>
      <Select<string, ProductOption>
        id="label-product"
        {...(value === '' ? {} : { value })}
        optionRender={renderProduct}
        options={[...known, ...others]}
        loading={products.isFetching}
        virtual={false}
        showSearch={{ filterOption: false, onSearch: seek, searchValue: sought }}
        onChange={choose}
      />
    </Form.Item>
  );
}
