import type { PartnersBody } from '@suyuan/api';
import { type ReactNode, useState } from 'react';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { Records } from '../../manage/records.tsx';
import { SearchField } from '../../manage/search-field.tsx';
import { Section } from '../../manage/section.tsx';
import { useFound } from '../../manage/use-found.ts';
import { PARTNERS_PATH } from './path.ts';
import { usePartnerColumns } from './use-partner-columns.tsx';

export function AgreedPartners(): ReactNode {
  const say = useText(partnersText);
  const columns = usePartnerColumns('accepted');
  const [sought, setSought] = useState('');
  const found = useFound({
    path: PARTNERS_PATH,
    wanted: { state: 'accepted', q: sought },
    pageOf: ({ partners, next }: PartnersBody) => ({ rows: partners, next }),
  });
  const isAnyThere = sought !== '' || (found.query.data?.length ?? 0) > 0;
  const search = <SearchField label={say('search')} value={sought} onChange={setSought} />;
  return (
    <Section title={say('agreed')} tools={isAnyThere ? search : null}>
      <Loaded query={found.query}>
        {(partners) => (
          <Records
            caption={say('agreed')}
            columns={columns}
            rows={partners}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say(isAnyThere ? 'agreed.notFound' : 'agreed.empty')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </Section>
  );
}
