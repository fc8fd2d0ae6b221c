import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { branchesText } from '../../i18n/branches.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { BranchForm } from './branch-form.tsx';
import { Branches } from './branches.tsx';
import { AddBySheet } from './by-sheet/add-by-sheet.tsx';

/** Shops, plants and stations of the organisation, for whoever manages it. */
export function BranchesPage(): ReactNode {
  const say = useText(branchesText);
  const [adding, setAdding] = useState<'one' | 'sheet'>();
  const close = (): void => setAdding(undefined);
  const add = (
    <div className="actions">
      <Button onClick={() => setAdding('sheet')}>{say('sheet')}</Button>
      <Button type="primary" onClick={() => setAdding('one')}>
        {say('add')}
      </Button>
    </div>
  );
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={add} />
      <Branches />
      {adding === 'one' ? <BranchForm onClose={close} /> : null}
      {adding === 'sheet' ? <AddBySheet onClose={close} /> : null}
    </OnlyFor>
  );
}
