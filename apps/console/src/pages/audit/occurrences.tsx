import type { OccurrencesBody } from '@suyuan/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PageAt } from '../../manage/list-file/page-at.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Filters } from './filters.tsx';
import { occurrencesPath, type Wanted } from './occurrences-path.ts';
import type { Occurrence } from './use-told.ts';

export interface OccurrenceListProps {
  readonly occurrences: readonly Occurrence[];
  /** Any page of what is looked for, for the file. */
  readonly pageAt: PageAt<Occurrence>;
}

interface OccurrencesProps {
  /** The one group that is wanted; else whoever looks chooses. */
  readonly only?: 'records';
  readonly list: ComponentType<OccurrenceListProps>;
}

/** What happened, page by page, by day and by what it is about. */
export function Occurrences({ only, list: List }: OccurrencesProps): ReactNode {
  const say = useText(auditText);
  const api = useApi();
  const [wanted, setWanted] = useState<Wanted>({ group: only ?? 'all', from: '', to: '' });
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
  const pageAt: PageAt<Occurrence> = async (cursor) => {
    const page = await api.get<OccurrencesBody>(occurrencesPath(wanted, cursor === '' ? undefined : cursor));
    return { rows: page.occurrences, next: page.next };
  };
  const change = (changed: Wanted): void => {
    setWanted(changed);
    setCursors([]);
  };
  return (
    <section className="section">
      <Filters isOfGroup={only !== undefined} wanted={wanted} onChange={change} />
      <Loaded query={query}>{({ occurrences }) => <List occurrences={occurrences} pageAt={pageAt} />}</Loaded>
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
