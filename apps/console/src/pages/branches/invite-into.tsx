import type { MadeLinkBody } from '@suyuan/api';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { branchesText } from '../../i18n/branches.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { LinkOnce } from '../../manage/link-once.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { RoleField } from '../people/role-field.tsx';

interface Invited {
  readonly person: string;
  readonly role: string;
}
interface Made {
  readonly person: string;
  readonly link: MadeLinkBody;
}

/** Whom to invite into a branch as what; then the link, once. */
export function InviteInto({ id, name, onClose }: { id: string; name: string; onClose: () => void }): ReactNode {
  const say = useText(branchesText);
  const api = useApi();
  const [made, setMade] = useState<Made>();
  const invite = async ({ person, role }: Invited): Promise<Made> => {
    const body = { name: person.trim(), role };
    return { person: body.name, link: await api.send<MadeLinkBody>('POST', `/v1/branches/${id}/invitations`, body) };
  };
  if (made !== undefined)
    return <LinkOnce title={say('invite.link', { person: made.person, name })} link={made.link} onClose={onClose} />;
  return (
    <FormDialog<Invited, Made>
      title={say('invite.of', { name })}
      doing={say('invite.do')}
      initial={{ person: '', role: 'recorder' }}
      onSend={invite}
      onDone={setMade}
      onClose={onClose}
    >
      <TextField name="person" label={say('invite.person')} missing={say('invite.person.missing')} maxLength={100} />
      <RoleField isOfEvery />
    </FormDialog>
  );
}
