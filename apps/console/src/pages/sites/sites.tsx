import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { useSites } from './queries.ts';
import { SiteForm } from './site-form.tsx';
import { SiteList } from './site-list.tsx';

export function Sites(): ReactNode {
  const say = useText(placesText);
  const mayChange = useMay('manage');
  const query = useSites();
  const [isAdding, setAdding] = useState(false);
  const add = mayChange ? <Button onClick={() => setAdding(true)}>{say('site.add')}</Button> : null;
  return (
    <Section title={say('sites')} tools={add}>
      <Loaded query={query}>{(sites) => <SiteList sites={sites} mayChange={mayChange} />}</Loaded>
      {isAdding ? <SiteForm onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
