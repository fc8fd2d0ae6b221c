import type { Space, SpaceMember } from '@suyuan/api/spaces';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { manageText } from '../../i18n/manage.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { spacesText } from '../../i18n/spaces.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { MemberActions } from './member-actions.tsx';
import { type Between, useBetween } from './use-between.ts';
import { useOwnId } from './use-own-id.ts';

/** Who is in a space, what each is, since when, and what is between it and this organisation. */
export function MemberTable({ space }: { space: Space }): ReactNode {
  const say = useText(spacesText);
  const columns = useMemberColumns(space);
  return (
    <Section title={say('members')}>
      <Records
        caption={say('members')}
        columns={columns}
        rows={space.members}
        keyOf={({ organisation }) => organisation.id}
        file="rows"
        empty=""
      />
      {space.state === 'member' ? <p className="soft">{say('between.note')}</p> : null}
    </Section>
  );
}

function useMemberColumns(space: Space): readonly Column<SpaceMember>[] {
  const say = useText(spacesText);
  const sayAll = useText(manageText);
  const kinds = useText(organisationText);
  const between = useBetween();
  const ownId = useOwnId();
  const mayChange = [useMay('manage'), space.leading].every(Boolean);
  const isKind = (kind: string): kind is 'enterprise' => `kind.${kind}` in organisationText.zh;
  const columns: Column<SpaceMember>[] = [
    { label: say('member'), cell: (member) => <Who member={member} isOwn={member.organisation.id === ownId} /> },
    {
      label: say('kind'),
      cell: ({ organisation: { kind } }) => (isKind(kind) ? kinds(`kind.${kind}`) : kind),
    },
    { label: say('since'), cell: (member) => <Since member={member} /> },
  ];
  if (space.state === 'member')
    columns.push({
      label: say('between'),
      cell: (member) =>
        member.organisation.id === ownId || member.joinedAt === null ? (
          <span className="soft">{sayAll('none')}</span>
        ) : (
          <Open between={between(member)} />
        ),
    });
  if (mayChange)
    columns.push({
      label: sayAll('actions'),
      cell: (member) =>
        member.lead ? <span className="soft">{sayAll('none')}</span> : <MemberActions space={space} member={member} />,
    });
  return columns;
}

function Who({ member: { organisation, lead }, isOwn }: { member: SpaceMember; isOwn: boolean }): ReactNode {
  const say = useText(spacesText);
  const sayAll = useText(manageText);
  const { name, code, active } = organisation;
  return (
    <>
      <strong>{name ?? sayAll('none')}</strong>
      {code === null ? null : <code className="soft">{code}</code>}
      <span className="chips">
        {isOwn ? <Tag>{say('own')}</Tag> : null}
        {lead ? <Tag color="processing">{say('member.lead')}</Tag> : null}
        {active ? null : <Tag>{say('member.inactive')}</Tag>}
      </span>
    </>
  );
}

function Since({ member: { joinedAt, invitedAt } }: { member: SpaceMember }): ReactNode {
  const say = useText(spacesText);
  if (joinedAt !== null) return <Moment at={joinedAt} />;
  return (
    <>
      <Tag color="warning">{say('member.invited')}</Tag>
      <span className="means">
        {say('invited.at')}
        <Moment at={invitedAt} />
      </span>
    </>
  );
}

function Open({ between: { arrivals, disputes } }: { between: Between }): ReactNode {
  const say = useText(spacesText);
  if (arrivals + disputes === 0) return <span className="soft">{say('between.none')}</span>;
  return (
    <>
      {arrivals === 0 ? null : (
        <div>
          <Link to="/record">{say('between.arrivals', { count: arrivals })}</Link>
        </div>
      )}
      {disputes === 0 ? null : (
        <div>
          <Link to="/disputes">{say('between.disputes', { count: disputes })}</Link>
        </div>
      )}
    </>
  );
}
