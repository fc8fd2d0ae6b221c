import type { MemberBody } from '@suyuan/api';
import { Input, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { peopleText } from '../../i18n/people.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { usePeople } from '../../manage/queries.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import { useSession } from '../../session.ts';
import { MemberActions } from './member-actions.tsx';

export function Members(): ReactNode {
  const say = useText(peopleText);
  const titleOf = useRoleTitle();
  const columns = useColumns();
  const query = usePeople();
  const [sought, setSought] = useState('');
  const words = sought.trim().toLowerCase();
  const isSought = ({ name, loginNames, role, title }: MemberBody): boolean =>
    [name, titleOf({ name: role, title }), ...loginNames].some((text) => text.toLowerCase().includes(words));
  return (
    <section className="section" aria-labelledby="members">
      <div className="section-head">
        <h2 id="members">{say('members')}</h2>
        <Input.Search
          value={sought}
          allowClear
          placeholder={say('search')}
          aria-label={say('search')}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      <Loaded query={query}>
        {(people) => (
          <Records
            caption={say('members')}
            columns={columns}
            rows={people.filter(isSought)}
            keyOf={({ id }) => id}
            file="rows"
            empty={say('empty')}
          />
        )}
      </Loaded>
    </section>
  );
}

function useColumns(): readonly Column<MemberBody>[] {
  const say = useText(peopleText);
  const sayAll = useText(manageText);
  const titleOf = useRoleTitle();
  const me = useSession().data?.person?.id;
  return [
    {
      label: say('name'),
      cell: ({ id, name }) => (
        <>
          <strong>{name}</strong>
          {id === me ? <span className="soft">{say('you')}</span> : null}
        </>
      ),
    },
    { label: say('role'), cell: ({ role, title }) => titleOf({ name: role, title }) },
    { label: say('loginNames'), cell: ({ loginNames }) => loginNames.join(', ') || sayAll('none') },
    {
      label: say('factor'),
      cell: ({ hasFactor }) => (
        <Tag color={hasFactor ? 'success' : 'default'}>{say(hasFactor ? 'factor.yes' : 'factor.no')}</Tag>
      ),
    },
    {
      label: say('seen'),
      cell: ({ seenAt }) =>
        seenAt === null ? <span className="soft">{sayAll('unseen')}</span> : <Moment at={seenAt} />,
    },
    {
      label: sayAll('actions'),
      cell: (member) => <MemberActions member={member} isMe={member.id === me} />,
    },
  ];
}
