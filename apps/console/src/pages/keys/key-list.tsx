import type { KeyBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { keysText } from '../../i18n/keys.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { KeyActions } from './key-actions.tsx';
import { keyState } from './key-state.ts';

const COLOURS = { good: 'success', ending: 'warning', expired: 'default', revoked: 'default' } as const;

export function KeyList({ keys }: { keys: readonly KeyBody[] }): ReactNode {
  const say = useText(keysText);
  const columns = useColumns();
  return (
    <Records
      caption={say('list')}
      columns={columns}
      rows={keys}
      keyOf={({ id }) => id}
      file="rows"
      empty={say('empty')}
    />
  );
}

function useColumns(): readonly Column<KeyBody>[] {
  const say = useText(keysText);
  const sayAll = useText(manageText);
  const now = Date.now();
  return [
    {
      label: say('label'),
      cell: ({ label, secretEnd }) => (
        <>
          <strong>{label ?? sayAll('none')}</strong>
          {secretEnd === null ? null : <code className="soft">…{secretEnd}</code>}
        </>
      ),
    },
    {
      label: say('role'),
      cell: ({ role, scopes }) => (
        <>
          {say(`role.${role}`)}
          <span className="means">
            {scopes === null ? say('scopes.all') : scopes.map((scope) => say(`scope.${scope}`)).join(' · ')}
          </span>
        </>
      ),
    },
    {
      label: say('made'),
      cell: ({ createdAt, madeBy }) => (
        <>
          <Moment at={createdAt} />
          {madeBy === null ? null : <span className="means">{say('made.by', { name: madeBy })}</span>}
        </>
      ),
    },
    {
      label: say('used'),
      cell: ({ usedAt }) => (usedAt === null ? sayAll('never') : <Moment at={usedAt} />),
    },
    {
      label: say('expires'),
      cell: ({ expiresAt }) => (expiresAt === null ? say('expires.never') : <Moment at={expiresAt} />),
    },
    {
      label: say('state'),
      cell: (key) => {
        const state = keyState(key, now);
        return <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>;
      },
    },
    {
      label: sayAll('actions'),
      cell: (key) => (['good', 'ending'].includes(keyState(key, now)) ? <KeyActions apiKey={key} /> : sayAll('none')),
    },
  ];
}
