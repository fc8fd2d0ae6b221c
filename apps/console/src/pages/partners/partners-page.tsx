import type { ReactNode } from 'react';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { SpaceList } from '../spaces/space-list.tsx';
import { AgreedPartners } from './agreed-partners.tsx';
import { InvitePartner } from './invite-partner.tsx';
import { PendingPartners } from './pending-partners.tsx';

/** With whom the organisation agreed to be partners, and what waits for an answer. */
export function PartnersPage(): ReactNode {
  const say = useText(partnersText);
  return (
    <OnlyFor right="manage">
      <PageHead
        title={say('title')}
        lead={say('lead')}
        action={<AddButton doing={say('invite')} dialog={InvitePartner} />}
      />
      <PendingPartners side="received" />
      <AgreedPartners />
      <PendingPartners side="given" />
      <SpaceList />
      <Section title={say('sees')}>
        <p className="soft">{say('sees.text')}</p>
      </Section>
    </OnlyFor>
  );
}
