import { IdcardOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../api.ts';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { useProblemText } from '../problem-text.ts';
import { type Person, SIGNING_IN_KEY, signOut } from '../session.ts';

export function PersonMenu({ person }: { person: Person }): ReactNode {
  const say = useText(shellText);
  const problemText = useProblemText();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const leaving = useMutation({
    mutationFn: () => signOut(api),
    async onSuccess() {
      await navigate('/sign-in');
      // What was loaded for one person is not shown to the next.
      queries.removeQueries({ predicate: ({ queryKey: [what] }) => what !== SIGNING_IN_KEY[0] });
    },
    onError: (error) => message.error(problemText(error)),
  });
  const items = [
    { key: 'me', icon: <IdcardOutlined aria-hidden />, label: say('me'), onClick: () => void navigate('/me') },
    { key: 'out', icon: <LogoutOutlined aria-hidden />, label: say('signOut'), onClick: () => leaving.mutate() },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
      <Button
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-label={say('account', { name: person.name })}
        aria-haspopup="menu"
        loading={leaving.isPending}
      >
        <span className="person-name">{person.name}</span>
      </Button>
    </Dropdown>
  );
}
