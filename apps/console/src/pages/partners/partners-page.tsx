import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { partnersText } from '../../i18n/partners.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { AgreedPartners } from './agreed-partners.tsx';
import { InvitePartner } from './invite-partner.tsx';
import { PendingPartners } from './pending-partners.tsx';

/** With whom the organisation agreed to be partners, and what waits for an answer. */
export function PartnersPage(): ReactNode {
  const say = useText(partnersText);
  const [isInviting, setInviting] = useState(false);
  const invite = (
    <Button type="primary" onClick={() => setInviting(true)}>
      {say('invite')}
    </Button>
  );
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={invite} />
      <PendingPartners side="received" />
      <AgreedPartners />
      <PendingPartners side="given" />
      <Section title={say('sees')}>
        <p className="soft">{say('sees.text')}</p>
      </Section>
      {isInviting ? <InvitePartner onClose={() => setInviting(false)} /> : null}
    </OnlyFor>
  );
}
