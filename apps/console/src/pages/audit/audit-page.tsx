import type { OccurrencesBody } from '@suyuan/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Filters } from './filters.tsx';
import { OccurrenceList } from './occurrence-list.tsx';
import { occurrencesPath, type Wanted } from './occurrences-path.ts';

/** What happened in the organisation, for those who audit it. */
export function AuditPage(): ReactNode {
  const say = useText(auditText);
  return (
    <OnlyFor right="audit">
      <PageHead title={say('title')} lead={say('lead')} />
      <Occurrences />
    </OnlyFor>
  );
}

function Occurrences(): ReactNode {
  const say = useText(auditText);
  const api = useApi();
  const [wanted, setWanted] = useState<Wanted>({ group: 'all', from: '', to: '' });
  // Where the pages before this one began, the newest first.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const path = occurrencesPath(wanted, cursors.at(-1));
  const query = useQuery({
    queryKey: ['occurrences', path],
    queryFn: () => api.get<OccurrencesBody>(path),
    // Each action adds one; the table stays in its place until the next is there.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const next = query.data?.next;
  const change = (changed: Wanted): void => {
    setWanted(changed);
    setCursors([]);
  };
  return (
    <section className="section">
      <Filters wanted={wanted} onChange={change} occurrences={query.data?.occurrences ?? []} />
      <Loaded query={query}>{({ occurrences }) => <OccurrenceList occurrences={occurrences} />}</Loaded>
      {cursors.length === 0 && next === undefined ? null : (
        <div className="pager">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            {say('later')}
          </Button>
          <Button
            disabled={next === undefined || query.isPlaceholderData}
            onClick={() => next !== undefined && setCursors([...cursors, next])}
          >
            {say('earlier')}
          </Button>
        </div>
      )}
    </section>
  );
}
