import { DownOutlined } from '@ant-design/icons';
import type { MadeLinkBody, MemberBody } from '@suyuan/api';
import { Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { LinkOnce } from '../../manage/link-once.tsx';
import { EndMember } from './end-member.tsx';
import { EndSessions } from './end-sessions.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';

type Action = 'changeRole' | 'resetPassword' | 'resetFactor' | 'endSessions' | 'end';
const ACTIONS: readonly Action[] = ['changeRole', 'resetPassword', 'resetFactor', 'endSessions', 'end'];

/** What can be done with a member: a menu, and the dialog of what was chosen. */
export function MemberActions({ member, isMe }: { member: MemberBody; isMe: boolean }): ReactNode {
  const say = useText(peopleText);
  const sayAll = useText(manageText);
  const [action, setAction] = useState<Action>();
  const [link, setLink] = useState<{ readonly title: string; readonly made: MadeLinkBody }>();
  const close = (): void => setAction(undefined);
  const items = ACTIONS.map((key) => ({
    key,
    label: say(key),
    danger: key === 'end',
    onClick: () => setAction(key),
  }));
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
        <Button
          size="small"
          aria-haspopup="menu"
          aria-label={sayAll('actionsOf', { name: member.name })}
          icon={<DownOutlined aria-hidden />}
          iconPlacement="end"
        >
          {sayAll('actions')}
        </Button>
      </Dropdown>
      {action === 'changeRole' ? <RoleDialog member={member} onClose={close} /> : null}
      {action === 'resetPassword' || action === 'resetFactor' ? (
        <ResetDialog member={member} what={action} onMade={setLink} onClose={close} />
      ) : null}
      {action === 'endSessions' ? <EndSessions member={member} isMe={isMe} onClose={close} /> : null}
      {action === 'end' ? <EndMember member={member} isMe={isMe} onClose={close} /> : null}
      {link === undefined ? null : <LinkOnce title={link.title} link={link.made} onClose={() => setLink(undefined)} />}
    </>
  );
}
