import { Input } from 'antd';
import type { ReactNode } from 'react';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Looks a list through by part of a name or code. */
export function SearchField({ label, value, onChange }: SearchFieldProps): ReactNode {
  return (
    <Input.Search
      value={value}
      allowClear
      maxLength={100}
      placeholder={label}
      aria-label={label}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
