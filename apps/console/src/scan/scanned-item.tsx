import { Form, type FormItemProps } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { ScanButton } from './scan-button.tsx';
import type { OnScanned } from './use-scanned.ts';

interface ScannedItemProps extends Pick<FormItemProps, 'extra' | 'help' | 'validateStatus'> {
  readonly name: string;
  readonly label: string;
  /** Said where nothing was entered; without it the field may stay empty. */
  readonly missing?: string;
  /** After a code was put into the field. */
  readonly onScanned?: () => void;
  /** The field. */
  readonly children: ReactElement;
}

/** A field of a form for one code: typed, scanned, or read by the camera with the button beside it. */
export function ScannedItem({ name, label, missing, onScanned, children, ...item }: ScannedItemProps): ReactNode {
  const form = Form.useFormInstance();
  const take: OnScanned = (code) => {
    form.setFieldValue(name, code);
    onScanned?.();
    return 'new';
  };
  const rules = missing === undefined ? [] : [{ required: true, whitespace: true, message: missing }];
  return (
    <Form.Item label={label} htmlFor={name} required={missing !== undefined} {...item}>
      <div className="scanned-item">
        <Form.Item name={name} noStyle rules={rules}>
          {children}
        </Form.Item>
        <ScanButton what={label} onScanned={take} />
      </div>
    </Form.Item>
  );
}
