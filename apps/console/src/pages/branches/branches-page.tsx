import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { branchesText } from '../../i18n/branches.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { BranchForm } from './branch-form.tsx';
import { Branches } from './branches.tsx';

/** Shops, plants and stations of the organisation, for whoever manages it. */
export function BranchesPage(): ReactNode {
  const say = useText(branchesText);
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={add} />
      <Branches />
      {isAdding ? <BranchForm onClose={() => setAdding(false)} /> : null}
    </OnlyFor>
  );
}
