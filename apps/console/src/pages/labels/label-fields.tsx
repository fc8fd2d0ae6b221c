import type { LayoutBody } from '@suyuan/api/labels';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import type { Values } from './label-values.ts';

interface LabelFieldsProps {
  readonly layout: LayoutBody;
  readonly values: Values;
  readonly onChange: (id: string, value: string) => void;
}

/** What of a label is asked of whoever prints it, each with the rule by which it is there. */
export function LabelFields({ layout, values, onChange }: LabelFieldsProps): ReactNode {
  const say = useText(labelsText);
  const [{ language }] = useSettings();
  return layout.fields
    .filter(({ isGiven }) => !isGiven)
    .map((field) => {
      const { id, name, isOptional, isOfEach, rule } = field;
      const by = rule === undefined ? '' : say('rule', { rule: rule[language] });
      return (
        <Form.Item
          key={id}
          label={isOptional ? say('optional', { name: name[language] }) : name[language]}
          htmlFor={`label-${id}`}
          extra={isOfEach ? `${say('codes.help')} ${by}` : by}
        >
          <Control field={field} value={values[id]} onChange={(value) => onChange(id, value)} />
        </Form.Item>
      );
    });
}

interface ControlProps {
  readonly field: LayoutBody['fields'][number];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function Control({ field: { id, choices, isOfEach }, value, onChange }: ControlProps): ReactNode {
  const [{ language }] = useSettings();
  const name = `label-${id}`;
  if (choices !== undefined) {
    const options = choices.map((choice) => ({ value: choice.id, label: choice.name[language] }));
    const chosen = value === undefined ? {} : { value };
    return <Select id={name} {...chosen} virtual={false} options={options} onChange={onChange} />;
  }
  const typed = { id: name, value: value ?? '', autoComplete: 'off' };
  if (isOfEach) {
    return (
      <Input.TextArea
        {...typed}
        rows={5}
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  return <Input {...typed} maxLength={500} onChange={({ target }) => onChange(target.value)} />;
}
