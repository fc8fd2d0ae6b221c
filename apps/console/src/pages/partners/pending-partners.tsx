import type { PartnersBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { MoreButton } from '../../manage/more-button.tsx';
import { Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useFound } from '../../manage/use-found.ts';
import { PARTNERS_PATH } from './path.ts';
import { usePartnerColumns } from './use-partner-columns.tsx';

/** Invitations without an answer, of one side; nothing where there is none. A failure is told by the list of partners. */
export function PendingPartners({ side }: { side: 'given' | 'received' }): ReactNode {
  const say = useText(partnersText);
  const columns = usePartnerColumns('pending');
  const found = useFound({
    path: PARTNERS_PATH,
    wanted: { state: 'pending', side },
    pageOf: ({ partners, next }: PartnersBody) => ({ rows: partners, next }),
  });
  const rows = found.query.data ?? [];
  if (rows.length === 0) return null;
  const title = say(side === 'received' ? 'waiting' : 'sent');
  return (
    <Section title={title}>
      <Records caption={title} columns={columns} rows={rows} keyOf={({ id }) => id} file={found.pageAt} empty="" />
      <MoreButton found={found} />
    </Section>
  );
}
