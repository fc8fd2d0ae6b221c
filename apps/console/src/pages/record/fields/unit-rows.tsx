import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type StageFormBody, unitWords } from '@suyuan/api';
import { App, Button, Form, Input, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ScanButton } from '../../../scan/scan-button.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import type { GivenUnit } from '../given-sheet.ts';
import type { ToldAt, ToldOf } from '../told-at.ts';
import { ByProduct } from './by-product.tsx';
import { useToldItem } from './told-item.tsx';
import { UOMS } from './uoms.ts';
import { useRowCodes } from './use-row-codes.ts';

interface UnitRowsProps {
  readonly name: 'units' | 'inputs';
  readonly form: StageFormBody;
  readonly told: ToldAt;
  /** What was put into the form without being typed. */
  readonly onTaken: () => void;
}

/** Goods or equipment, a row each. A scanner fills row after row: its Enter opens the next. */
export function UnitRows({ name, form, told, onTaken }: UnitRowsProps): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const { message } = App.useApp();
  const box = useRef<HTMLDivElement>(null);
  const [isChoosing, setChoosing] = useState(false);
  const words = form.opens ? 'out' : name;
  const own = told.of(name);
  const asked = form.fields.filter(({ entered }) => entered === 'unit' && name === 'units');
  const codes = useRowCodes(name, onTaken);
  const sayAgain = (code: string): void => void message.info(say('units.again', { code }));
  const next = (add: (row: GivenUnit) => void, at: number): void => {
    // The scanner does not wait: the next line is there, and has the focus, before another key arrives.
    const entered = flushSync(() => codes.enter(at, add));
    if (entered.is === 'again') sayAgain(entered.code);
    if (entered.is === 'joined') void message.success(say('units.joined', { code: entered.code }));
    if (entered.is === 'new') box.current?.querySelectorAll<HTMLInputElement>('input.unit-code')[at + 1]?.focus();
  };
  return (
    <div ref={box} className="unit-rows">
      <h2>{say(`${words}.title`)}</h2>
      <p className="soft">
        {name === 'units' && asked.length > 0
          ? say('units.tell', { what: asked.map((each) => each.name[language]).join(language === 'zh' ? '、' : ', ') })
          : say(`${words}.help`)}
      </p>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            <ol>
              {rows.map(({ key, name: at }) => (
                <li key={key}>
                  <UnitRow
                    at={at}
                    told={(part) => told.of(`${name}/${at}/${part}`)}
                    onEnter={() => next(add, at)}
                    onRemove={rows.length === 1 && name === 'units' ? undefined : () => remove(at)}
                  />
                </li>
              ))}
            </ol>
            <Told told={own} />
            <div className="unit-tools">
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
                {say(`${words}.add`)}
              </Button>
              <ScanButton
                what={say(`${words}.title`)}
                isMany
                onScanned={(code, isShownAgain) => (isShownAgain ? codes.see(code) : codes.take(code))}
              />
              <Button onClick={() => setChoosing(true)}>{say('product.choose')}</Button>
            </div>
            {isChoosing ? (
              <ByProduct
                onChosen={(code) => {
                  setChoosing(false);
                  if (codes.take(code) === 'again') sayAgain(code);
                }}
                onClose={() => setChoosing(false)}
              />
            ) : null}
          </>
        )}
      </Form.List>
    </div>
  );
}

interface UnitRowProps {
  readonly at: number;
  readonly told: (part: 'code' | 'quantity') => readonly ToldOf[];
  readonly onEnter: () => void;
  readonly onRemove: (() => void) | undefined;
}

function UnitRow({ at, told, onEnter, onRemove }: UnitRowProps): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const entered = (event: KeyboardEvent): void => {
    event.preventDefault();
    onEnter();
  };
  const uoms = UOMS.map((value) => ({ value, label: unitWords(value)[language] }));
  return (
    <div className="unit-row">
      <Form.Item name={[at, 'code']} label={say('unit.code')} {...useToldItem(told('code'))}>
        <Input
          className="unit-code code-input"
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          placeholder={say('unit.code.hint')}
          onPressEnter={entered}
        />
      </Form.Item>
      <Form.Item name={[at, 'quantity']} label={say('unit.quantity')} {...useToldItem(told('quantity'))}>
        <Input inputMode="decimal" maxLength={30} autoComplete="off" onPressEnter={entered} />
      </Form.Item>
      <Form.Item name={[at, 'uom']} label={say('unit.uom')}>
        <Select options={uoms} allowClear placeholder={say('unit.uom.pieces')} />
      </Form.Item>
      {onRemove === undefined ? null : (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={say('unit.remove', { n: at + 1 })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

/** What is told of all rows together. */
function Told({ told }: { told: readonly ToldOf[] }): ReactNode {
  const item = useToldItem(told);
  return told.length === 0 ? null : <Form.Item {...item} />;
}
