import { Input } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { ClearIcon } from '../../manage/clear-icon.tsx';
import { useReadCode } from '../../manage/use-read-code.ts';

interface UnitFilterProps {
  /** Canonical code; empty where any. */
  readonly unit: string;
  readonly onFind: (unit: string) => void;
}

/** The code of a unit in any of its spellings. */
export function UnitFilter({ unit, onFind }: UnitFilterProps): ReactNode {
  const say = useText(complianceText);
  const read = useReadCode();
  const find = async (typed: string): Promise<void> => {
    const code = typed.trim();
    // A unit is known by its canonical code; what is no code is looked for as it is, and not found.
    const canonical =
      code === ''
        ? ''
        : await read(code).then(
            ({ canonical }) => canonical,
            () => code,
          );
    onFind(canonical);
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field of Input is inside of it
    <label className="of-unit">
      {say('filter.unit')}
      <Input.Search
        // Another address brings its own code.
        key={unit}
        defaultValue={unit}
        allowClear={{ clearIcon: <ClearIcon /> }}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        enterButton={say('filter.find')}
        aria-label={say('filter.unit')}
        onSearch={(typed) => void find(typed)}
      />
    </label>
  );
}
