import type { RolesBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { rightsText } from '../../i18n/rights.ts';
import { rolesPageText } from '../../i18n/roles-page.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { RIGHTS } from '../../manage/rights.ts';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import { RoleActions } from './role-actions.tsx';

type Role = RolesBody['roles'][number];

interface RoleListProps {
  readonly caption: string;
  readonly roles: readonly Role[];
  readonly isOwn: boolean;
}

export function RoleList({ caption, roles, isOwn }: RoleListProps): ReactNode {
  const say = useText(rolesPageText);
  const sayAll = useText(manageText);
  const sayRight = useText(rightsText);
  const titleOf = useRoleTitle();
  const rightsOf = ({ rights }: Role): ReactNode =>
    rights.length === 0 ? (
      <span className="soft">{say('rights.none')}</span>
    ) : (
      <span className="chips">
        {RIGHTS.filter((right) => rights.includes(right)).map((right) => (
          <Tag key={right}>{sayRight(`right.${right}`)}</Tag>
        ))}
      </span>
    );
  const columns: readonly Column<Role>[] = [
    { label: say('name'), cell: (role) => <strong>{titleOf(role)}</strong> },
    { label: say('rights'), cell: rightsOf },
    { label: say('members'), cell: ({ members }) => members },
    ...(isOwn ? [{ label: sayAll('actions'), cell: (role: Role) => <RoleActions role={role} /> }] : []),
  ];
  return (
    <Records
      caption={caption}
      columns={columns}
      rows={roles}
      keyOf={({ name }) => name}
      file="rows"
      empty={say('own.empty')}
    />
  );
}
