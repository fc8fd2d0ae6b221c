import type { OrganisationBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { OrganisationForm } from './organisation-form.tsx';
import { OrganisationView } from './organisation-view.tsx';

/** What the organisation is, for everybody in it; changed by whoever manages it. */
export function OrganisationPage(): ReactNode {
  const say = useText(organisationText);
  const api = useApi();
  const { message } = App.useApp();
  const mayChange = useMay('manage');
  const [isChanging, setChanging] = useState(false);
  const query = useQuery({
    queryKey: ['organisation'],
    queryFn: () => api.get<OrganisationBody>('/v1/organisation'),
  });
  const change = (
    <Button type="primary" disabled={query.data === undefined} onClick={() => setChanging(true)}>
      {say('change')}
    </Button>
  );
  const onSaved = (): void => {
    setChanging(false);
    message.success(say('saved'));
  };
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} action={mayChange && !isChanging ? change : null} />
      <section className="section">
        <Loaded query={query}>
          {(organisation) =>
            isChanging ? (
              <OrganisationForm organisation={organisation} onSaved={onSaved} onCancel={() => setChanging(false)} />
            ) : (
              <OrganisationView organisation={organisation} />
            )
          }
        </Loaded>
      </section>
    </>
  );
}
