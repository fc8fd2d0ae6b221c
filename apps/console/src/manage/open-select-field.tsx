import { Form, Select } from 'antd';
import { type ReactNode, useState } from 'react';

interface OpenSelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What may be typed where none of the options fits. */
  readonly pattern: RegExp;
  /** Said where nothing was chosen. */
  readonly missing: string;
}

/** Chosen from a list, or typed. */
export function OpenSelectField({ name, label, help, options, pattern, missing }: OpenSelectFieldProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const own = [typed.trim(), chosen ?? ''].filter(
    (text, at, all) => pattern.test(text) && all.indexOf(text) === at && !options.some(({ value }) => value === text),
  );
  return (
    <Form.Item name={name} label={label} extra={help} rules={[{ required: true, message: missing }]}>
      <Select
        showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
        options={[...own.map((value) => ({ value, label: value })), ...options]}
        onSelect={setChosen}
      />
    </Form.Item>
  );
}
