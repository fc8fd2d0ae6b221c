import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useProviders } from '../providers/use-providers.ts';
import { LinkSubject } from './link-subject.tsx';
import { UnlinkSubject } from './unlink-subject.tsx';
import { type Subject, useSubjects } from './use-subjects.ts';

/** Accounts of providers that sign one in; nothing where the platform has no provider. */
export function Subjects(): ReactNode {
  const say = useText(meText);
  const query = useSubjects();
  const { data: providers = [] } = useProviders();
  const [unlinked, setUnlinked] = useState<Subject>();
  const columns = useColumns(setUnlinked);
  if (providers.length === 0 && (query.data ?? []).length === 0) return null;
  return (
    <section className="section" aria-labelledby="subjects">
      <h2 id="subjects">{say('subjects')}</h2>
      <p className="soft">{say('subjects.lead')}</p>
      <Loaded query={query}>
        {(subjects) => (
          <>
            <Records
              caption={say('subjects')}
              columns={columns}
              rows={subjects}
              keyOf={({ providerId }) => providerId}
              empty={say('subjects.empty')}
            />
            <LinkSubject
              providers={providers.filter(({ id }) => !subjects.some(({ providerId }) => providerId === id))}
            />
          </>
        )}
      </Loaded>
      {unlinked === undefined ? null : <UnlinkSubject subject={unlinked} onClose={() => setUnlinked(undefined)} />}
    </section>
  );
}

function useColumns(onUnlink: (subject: Subject) => void): readonly Column<Subject>[] {
  const say = useText(meText);
  const sayAll = useText(manageText);
  return [
    {
      label: say('provider'),
      cell: ({ name, enabled }) => (
        <>
          <strong>{name}</strong>
          {enabled ? null : <Tag>{say('subject.off')}</Tag>}
        </>
      ),
    },
    { label: say('linkedAt'), cell: ({ linkedAt }) => <Moment at={linkedAt} /> },
    {
      label: sayAll('actions'),
      cell: (subject) => (
        <Button
          size="small"
          aria-label={say('subject.unlinkOf', { name: subject.name })}
          onClick={() => onUnlink(subject)}
        >
          {say('subject.unlink')}
        </Button>
      ),
    },
  ];
}
