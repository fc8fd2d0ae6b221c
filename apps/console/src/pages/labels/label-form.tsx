import type { SheetWhole } from '@suyuan/api';
import type { LayoutBody } from '@suyuan/api/labels';
import { Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { filled, linkOf, sampleOf, type Values, valuesOfSheet } from './label-values.ts';
import { MakeRun } from './make-run.tsx';
import { Preview } from './preview.tsx';
import { PrintCopies } from './print-copies.tsx';
import { ProductField } from './product-field.tsx';

/** The fields of a layout beside how the label looks; what is printed of it is below. */
export function LabelForm({ layout, sheet }: { layout: LayoutBody; sheet: SheetWhole | undefined }): ReactNode {
  const say = useText(labelsText);
  const [{ language }] = useSettings();
  const begun = sheet === undefined ? {} : valuesOfSheet(layout, sheet, language);
  const [given, setGiven] = useState<Values>(begun);
  const [product, setProduct] = useState(sheet?.content.units?.[0]?.code ?? '');
  const { numbered, fields } = layout;
  const isNumbered = numbered !== 'none';
  const link = isNumbered || product === '' ? {} : { link: linkOf(location.origin, product) };
  const values = filled(layout, { ...given, ...link, ...sampleOf(layout, product, location.origin) });
  const label = { layout: layout.id, values };
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
            isNumbered={isNumbered}
            onChange={(code, named) => {
              setProduct(code);
              if (named !== undefined) setGiven((before) => ({ ...named, ...before }));
            }}
          />
        )}
        {fields
          .filter(({ isGiven }) => !isGiven)
          .map(({ id, name, choices, isOptional }) => (
            <Form.Item
              key={id}
              label={isOptional ? say('optional', { name: name[language] }) : name[language]}
              htmlFor={`label-${id}`}
            >
              {choices === undefined ? (
                <Input
                  id={`label-${id}`}
                  value={given[id] ?? ''}
                  maxLength={500}
                  autoComplete="off"
                  onChange={({ target }) => setGiven((before) => ({ ...before, [id]: target.value }))}
                />
              ) : (
                <Select
                  id={`label-${id}`}
                  {...(given[id] === undefined ? {} : { value: given[id] })}
                  virtual={false}
                  options={choices.map((choice) => ({ value: choice.id, label: choice.name[language] }))}
                  onChange={(chosen: string) => setGiven((before) => ({ ...before, [id]: chosen }))}
                />
              )}
            </Form.Item>
          ))}
      </Form>
      <div className="label-side">
        <Preview label={label} layout={layout} />
        {isNumbered ? (
          <MakeRun layout={layout} product={product} values={filled(layout, given)} />
        ) : (
          <PrintCopies label={label} />
        )}
      </div>
    </div>
  );
}
