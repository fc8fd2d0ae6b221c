import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Wanted } from './occurrences-path.ts';

const GROUPS = [
  'all',
  'sign-in',
  'session',
  'person',
  'link',
  'member',
  'role',
  'key',
  'site',
  'licence',
  'branch',
  'draft',
  'provider',
  'organisation',
  'mandate',
  'partner',
  'space',
  'records',
  'confidential',
  'opening',
  'audit',
  'personal',
  'backup',
] as const;

interface FiltersProps {
  /** Of one group, which is not asked for. */
  readonly isOfGroup: boolean;
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

export function Filters({ isOfGroup, wanted, onChange }: FiltersProps): ReactNode {
  const say = useText(auditText);
  return (
    <div className="filters">
      {isOfGroup ? null : (
        // biome-ignore lint/a11y/noLabelWithoutControl: the field of Select is inside of it
        <label>
          {say('group')}
          <Select
            aria-label={say('group')}
            value={wanted.group}
            options={GROUPS.map((value) => ({ value, label: say(`group.${value}`) }))}
            onChange={(group) => onChange({ ...wanted, group })}
            popupMatchSelectWidth={false}
          />
        </label>
      )}
      {(['from', 'to'] as const).map((end) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the field of Input is inside of it
        <label key={end}>
          {say(end)}
          <Input
            type="date"
            value={wanted[end]}
            onChange={({ target }) => onChange({ ...wanted, [end]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}
