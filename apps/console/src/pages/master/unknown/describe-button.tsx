import type { EntryKind } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { unknownCodesText } from '../../../i18n/unknown-codes.ts';
import { useText } from '../../../i18n/use-text.ts';
import { EntryForm } from '../form/entry-form.tsx';
import { useWords } from '../use-words.ts';

/** Opens the form of a new thing, with what the records call it. */
export function DescribeButton({ code, kind }: { code: string; kind: EntryKind }): ReactNode {
  const say = useText(unknownCodesText);
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={say('describe.of', { code: words.ofCode(code) })} onClick={() => setOpen(true)}>
        {say('describe')}
      </Button>
      {isOpen ? <EntryForm named={{ code, kind }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
