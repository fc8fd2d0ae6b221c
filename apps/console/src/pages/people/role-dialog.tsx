import type { MemberBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { PEOPLE_KEY, ROLES_KEY } from '../../manage/queries.ts';
import { SESSION_KEY } from '../../session.ts';
import { RoleField } from './role-field.tsx';

export function RoleDialog({ member, onClose }: { member: MemberBody; onClose: () => void }): ReactNode {
  const say = useText(peopleText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const { id, name, role } = member;
  const onDone = (): void => {
    onClose();
    // The session's rights are others where it was one's own role.
    for (const queryKey of [PEOPLE_KEY, ROLES_KEY, SESSION_KEY]) void queries.invalidateQueries({ queryKey });
  };
  return (
    <FormDialog<{ role: string }, MemberBody>
      title={say('changeRole.of', { name })}
      doing={sayAll('save')}
      initial={{ role }}
      onSend={(given) => api.send('PATCH', `/v1/people/${id}`, given)}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say('changeRole.text')}</p>
      <RoleField />
    </FormDialog>
  );
}
