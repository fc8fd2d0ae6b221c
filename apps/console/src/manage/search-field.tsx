import { Input } from 'antd';
import type { ReactNode } from 'react';
import { ClearIcon } from './clear-icon.tsx';

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
      allowClear={{ clearIcon: <ClearIcon /> }}
      maxLength={100}
      placeholder={label}
      aria-label={label}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
