import type { SheetWhole } from '@suyuan/api';
import type { LayoutBody } from '@suyuan/api/labels';
import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { LabelFields } from './label-fields.tsx';
import {
  addressesOf,
  codesOf,
  filled,
  firstOf,
  givenOf,
  namesOfProduct,
  type Values,
  valuesOfSheet,
} from './label-values.ts';

import { MakeRun } from './make-run.tsx';
import { Preview } from './preview.tsx';
import { PrintCopies } from './print-copies.tsx';
import { ProductField } from './product-field.tsx';
import { useNameOf } from './use-name-of.ts';

/** The fields of a layout beside how the label looks; what is printed of it is below. */
export function LabelForm({ layout, sheet }: { layout: LayoutBody; sheet: SheetWhole | undefined }): ReactNode {
  const say = useText(labelsText);
  const [{ language }] = useSettings();
  const ofSheet = sheet === undefined ? {} : valuesOfSheet(layout, sheet, language);
  const [given, setGiven] = useState<Values>({ ...addressesOf(layout, location.origin), ...ofSheet });
  const name = useNameOf(sheet?.content.units?.[0]?.code);
  const values = { ...namesOfProduct(name), ...given };
  const [product, setProduct] = useState(sheet?.content.units?.[0]?.code ?? '');
  const { numbered } = layout;
  const isNumbered = numbered !== 'none';
  const codes = codesOf(layout, values);
  const typed = firstOf(layout, values);
  const label = {
    layout: layout.id,
    values: filled(layout, { ...typed, ...givenOf(layout, product, location.origin) }),
  };
  return (
    <div className="label-work">
      <Form layout="vertical" component="div">
        {numbered === 'sscc' ? (
          <Form.Item label={say('prefix')} htmlFor="label-product" extra={say('prefix.help')}>
            <Input
              id="label-product"
              value={product}
              inputMode="numeric"
              maxLength={12}
              onChange={({ target }) => setProduct(target.value)}
            />
          </Form.Item>
        ) : (
          <ProductField
            value={product}
            use={purposeOf(layout)}
            onChange={(code, named) => {
              setProduct(code);
              if (named !== undefined) setGiven((before) => ({ ...named, ...before }));
            }}
          />
        )}
        <LabelFields
          layout={layout}
          values={values}
          onChange={(id, value) => setGiven((before) => ({ ...before, [id]: value }))}
        />
      </Form>
      <div className="label-side">
        <Preview label={label} layout={layout} />
        {isNumbered ? (
          <MakeRun layout={layout} product={product} values={filled(layout, values)} />
        ) : (
          <PrintCopies label={label} {...(codes === undefined ? {} : { codes })} />
        )}
      </div>
    </div>
  );
}

function purposeOf({ numbered, fields }: LayoutBody): 'serial' | 'link' | 'names' {
  if (numbered !== 'none') return 'serial';
  return fields.some(({ isGiven }) => isGiven) ? 'link' : 'names';
}
