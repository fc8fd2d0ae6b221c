import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { LicenceActions } from './licence-actions.tsx';
import { LicenceForm } from './licence-form.tsx';
import { LicenceList } from './licence-list.tsx';
import { useLicences, useSites } from './queries.ts';

export function Licences(): ReactNode {
  const say = useText(placesText);
  const mayChange = useMay('manage');
  const query = useLicences();
  const sites = useSites().data ?? [];
  const [isAdding, setAdding] = useState(false);
  const add = mayChange ? <Button onClick={() => setAdding(true)}>{say('licence.add')}</Button> : null;
  return (
    <Section title={say('licences')} tools={add}>
      <Loaded query={query}>
        {(licences) => (
          <LicenceList
            licences={licences}
            sites={sites}
            {...(mayChange ? { actionsOf: (licence) => <LicenceActions licence={licence} /> } : {})}
          />
        )}
      </Loaded>
      {isAdding ? <LicenceForm onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
