import { Input } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ScannedItem } from '../../../scan/scanned-item.tsx';
import type { ToldOf } from '../told-at.ts';
import { useToldItem } from './told-item.tsx';

interface ParentFieldProps {
  /** Something is taken out of it. */
  readonly isOpened?: boolean;
  readonly told: readonly ToldOf[];
  /** What was put into the form without being typed. */
  readonly onTaken: () => void;
}

/** What it is put into or taken out of: a code that is typed, that a scanner types, or that the camera reads. */
export function ParentField({ isOpened = false, told, onTaken }: ParentFieldProps): ReactNode {
  const say = useText(recordText);
  return (
    <ScannedItem
      name="parent"
      label={say(isOpened ? 'code.opened' : 'code.parent')}
      extra={say(isOpened ? 'code.opened.help' : 'code.parent.help')}
      onScanned={onTaken}
      {...useToldItem(told)}
    >
      <Input className="code-input" maxLength={500} autoComplete="off" spellCheck={false} onPressEnter={stay} />
    </ScannedItem>
  );
}

/** A scanner ends with Enter, which would send the form. */
function stay(event: { preventDefault(): void }): void {
  event.preventDefault();
}
