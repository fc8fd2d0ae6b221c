import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ImportDialog } from './import-dialog.tsx';

export function ImportButton(): ReactNode {
  const say = useText(masterText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('file')}</Button>
      {isOpen ? <ImportDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
