import type { WholeEntryBody } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { EntryForm } from './entry-form.tsx';

export function ChangeButton({ entry }: { entry: WholeEntryBody }): ReactNode {
  const say = useText(masterText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('change')}
      </Button>
      {isOpen ? <EntryForm entry={entry} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
