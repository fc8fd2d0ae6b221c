import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { ToldOf } from '../told-at.ts';
import { useToldItem } from './told-item.tsx';

interface ParentFieldProps {
  readonly told: readonly ToldOf[];
}

/** What it is put into: a code that is typed, or that a scanner types. */
export function ParentField({ told }: ParentFieldProps): ReactNode {
  const say = useText(recordText);
  return (
    <Form.Item name="parent" label={say('code.parent')} extra={say('code.parent.help')} {...useToldItem(told)}>
      <Input className="code-input" maxLength={500} autoComplete="off" spellCheck={false} onPressEnter={stay} />
    </Form.Item>
  );
}

/** A scanner ends with Enter, which would send the form. */
function stay(event: { preventDefault(): void }): void {
  event.preventDefault();
}
