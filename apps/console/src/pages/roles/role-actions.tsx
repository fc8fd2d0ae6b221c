import type { RolesBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { rolesPageText } from '../../i18n/roles-page.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { ROLES_KEY } from '../../manage/queries.ts';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import { RoleForm } from './role-form.tsx';

export function RoleActions({ role }: { role: RolesBody['roles'][number] }): ReactNode {
  const say = useText(rolesPageText);
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'change' | 'remove'>();
  const close = (): void => setOpen(undefined);
  const name = useRoleTitle()(role);
  const remove = async (): Promise<void> => {
    await api.send('DELETE', `/v1/roles/${role.name}`);
    void queries.invalidateQueries({ queryKey: ROLES_KEY });
  };
  return (
    <span className="chips">
      <Button size="small" aria-label={say('change.of', { name })} onClick={() => setOpen('change')}>
        {say('change')}
      </Button>
      <Button size="small" danger aria-label={say('remove.of', { name })} onClick={() => setOpen('remove')}>
        {say('remove')}
      </Button>
      {open === 'change' ? <RoleForm role={role} onClose={close} /> : null}
      {open === 'remove' ? (
        <AskDialog title={say('remove.of', { name })} doing={say('remove')} isGrave onDo={remove} onClose={close}>
          <p>{say('remove.text')}</p>
        </AskDialog>
      ) : null}
    </span>
  );
}
