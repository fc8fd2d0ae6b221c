import { type FormField, unitWords } from '@suyuan/api';
import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import type { ToldOf } from '../told-at.ts';
import { MomentInput } from './moment-input.tsx';
import { useToldItem } from './told-item.tsx';

/** One data element, entered as it is: chosen, a day, a number with its unit, or text. */
export function ElementField({ field, told }: { field: FormField; told: readonly ToldOf[] }): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const { element, name, definition, need, when } = field;
  const condition = when === undefined ? undefined : say('when', { when: when[language] });
  const lines = [definition?.[language], need === 'conditional' ? condition : undefined].filter(Boolean);
  return (
    <Form.Item
      name={['values', element]}
      label={name[language]}
      required={need === 'required'}
      extra={lines.length === 0 ? undefined : lines.map((line) => <div key={line}>{line}</div>)}
      {...useToldItem(told)}
    >
      <ElementInput field={field} />
    </Form.Item>
  );
}

/** Chosen with one tap where there are few. */
const FEW = 4;

/** @param given id, value and what changes it, by the form */
function ElementInput({ field, ...given }: { field: FormField }): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const { type, options, unit, need } = field;
  const choices = options?.map(({ code, name }) => ({ value: code, label: name[language] }));
  if (type === 'list')
    return choices === undefined ? (
      <Select {...given} mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', ';', '；']} />
    ) : (
      <Select {...given} mode="multiple" options={choices} optionFilterProp="label" />
    );
  if (choices !== undefined)
    return choices.length <= FEW && need === 'required' ? (
      <Radio.Group {...given} options={choices} optionType="button" />
    ) : (
      <Select
        {...given}
        options={choices}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={need !== 'required'}
      />
    );
  if (type === 'flag')
    return (
      <Radio.Group
        {...given}
        optionType="button"
        options={[
          { value: 'true', label: say('yes') },
          { value: 'false', label: say('no') },
        ]}
      />
    );
  if (type === 'date') return <Input {...given} type="date" max="9999-12-31" />;
  if (type === 'dateTime') return <MomentInput {...given} />;
  if (type === 'number')
    return (
      <Input
        {...given}
        inputMode="decimal"
        maxLength={30}
        autoComplete="off"
        suffix={unit === undefined ? undefined : unitWords(unit)[language]}
      />
    );
  return <Input {...given} maxLength={4_000} autoComplete="off" />;
}
