import { Form, Input } from 'antd';
import type { ReactNode } from 'react';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** Said where nothing was entered; without it the field may stay empty. */
  readonly missing?: string;
  readonly maxLength: number;
  /** A day of the calendar, or a text of several lines; else one line. */
  readonly kind?: 'line' | 'day' | 'lines';
  /** What the text looks like, and what is said where it does not. */
  readonly form?: { readonly pattern: RegExp; readonly message: string };
}

/** A text in a form, with its name above and its help below. */
export function TextField({ name, label, help, missing, maxLength, kind = 'line', form }: TextFieldProps): ReactNode {
  const rules = [
    ...(missing === undefined ? [] : [{ required: true, whitespace: true, message: missing }]),
    ...(form === undefined ? [] : [form]),
  ];
  return (
    <Form.Item name={name} label={label} extra={help} rules={rules}>
      {kind === 'lines' ? (
        <Input.TextArea rows={3} maxLength={maxLength} />
      ) : (
        <Input type={kind === 'day' ? 'date' : 'text'} maxLength={maxLength} autoComplete="off" />
      )}
    </Form.Item>
  );
}
