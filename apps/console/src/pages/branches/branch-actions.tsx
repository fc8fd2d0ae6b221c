import type { BranchBody } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { branchesText } from '../../i18n/branches.ts';
import { useText } from '../../i18n/use-text.ts';
import { useActFor } from '../../manage/use-act-for.ts';
import { InviteInto } from './invite-into.tsx';

export function BranchActions({ branch }: { branch: BranchBody }): ReactNode {
  const say = useText(branchesText);
  const { actFor, isPending } = useActFor();
  const [isInviting, setInviting] = useState(false);
  const name = branch.name ?? branch.code ?? '';
  return (
    <span className="chips">
      <Button size="small" aria-label={say('act.of', { name })} loading={isPending} onClick={() => actFor(branch.id)}>
        {say('act')}
      </Button>
      <Button size="small" aria-label={say('invite.of', { name })} onClick={() => setInviting(true)}>
        {say('invite')}
      </Button>
      {isInviting ? <InviteInto id={branch.id} name={name} onClose={() => setInviting(false)} /> : null}
    </span>
  );
}
