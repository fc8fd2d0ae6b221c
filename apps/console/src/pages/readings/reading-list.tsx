import type { ConfidentialListBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useFound } from '../../manage/use-found.ts';
import { READINGS_PATH } from './path.ts';
import { useReadingColumns } from './use-reading-columns.tsx';

/** The newest first. */
export function ReadingList({ mayAsk }: { mayAsk: boolean }): ReactNode {
  const say = useText(readingsText);
  const columns = useReadingColumns();
  const found = useFound({
    path: READINGS_PATH,
    wanted: {},
    pageOf: ({ readings, next }: ConfidentialListBody) => ({ rows: readings, next }),
  });
  return (
    <Section title={say('list')}>
      <Loaded query={found.query}>
        {(readings) => (
          <Records
            caption={say('list')}
            columns={columns}
            rows={readings}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say(mayAsk ? 'list.first' : 'list.empty')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </Section>
  );
}
