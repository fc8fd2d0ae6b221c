import type { MadeLinkBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { LinkOnce } from '../../manage/link-once.tsx';
import { INVITATIONS_KEY } from '../../manage/queries.ts';
import { RoleField } from './role-field.tsx';

interface Invited {
  readonly name: string;
  readonly role: string;
}
interface MadeInvitation {
  readonly name: string;
  readonly link: MadeLinkBody;
}

/** Whom to invite as what; then the link, once. */
export function InviteDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(peopleText);
  const api = useApi();
  const queries = useQueryClient();
  const [made, setMade] = useState<MadeInvitation>();
  const invite = async ({ name, role }: Invited): Promise<MadeInvitation> => {
    const body = { name: name.trim(), role };
    return { name: body.name, link: await api.send<MadeLinkBody>('POST', '/v1/invitations', body) };
  };
  const onDone = (invitation: MadeInvitation): void => {
    setMade(invitation);
    void queries.invalidateQueries({ queryKey: INVITATIONS_KEY });
  };
  if (made !== undefined)
    return <LinkOnce title={say('link.invitation', { name: made.name })} link={made.link} onClose={onClose} />;
  return (
    <FormDialog<Invited, MadeInvitation>
      title={say('invite.title')}
      doing={say('invite.do')}
      initial={{ role: 'recorder' }}
      onSend={invite}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={say('invite.name')}
        rules={[{ required: true, whitespace: true, message: say('invite.name.missing') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <RoleField />
    </FormDialog>
  );
}
