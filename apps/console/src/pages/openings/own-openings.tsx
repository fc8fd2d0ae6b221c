import type { OpeningsBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { openingsText } from '../../i18n/openings.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { OPENINGS_PATH } from './path.ts';
import { useOpeningColumns } from './use-opening-columns.tsx';

/** What the organisation opened further than the defaults, and has not ended. */
export function OwnOpenings(): ReactNode {
  const say = useText(openingsText);
  const api = useApi();
  const mayManage = useMay('manage');
  const columns = useOpeningColumns();
  const query = useQuery({
    queryKey: [OPENINGS_PATH],
    queryFn: async () => (await api.get<OpeningsBody>(OPENINGS_PATH)).openings,
  });
  return (
    <Section title={say('own')}>
      <Loaded query={query}>
        {(openings) => (
          <Records
            caption={say('own')}
            columns={columns}
            rows={openings}
            keyOf={({ id }) => id}
            file="rows"
            empty={say(mayManage ? 'own.empty' : 'own.none')}
          />
        )}
      </Loaded>
    </Section>
  );
}
