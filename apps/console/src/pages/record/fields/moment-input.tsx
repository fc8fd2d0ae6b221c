import { Input } from 'antd';
import type { ReactNode } from 'react';

interface MomentInputProps {
  readonly id?: string;
  /** RFC 3339, of China. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A day and time on China's clocks. */
export function MomentInput({ id, value = '', onChange }: MomentInputProps): ReactNode {
  return (
    <Input
      id={id}
      type="datetime-local"
      max="9999-12-31T23:59"
      value={value.slice(0, 16)}
      onChange={({ target }) => onChange?.(target.value === '' ? '' : `${target.value.slice(0, 16)}:00+08:00`)}
    />
  );
}
