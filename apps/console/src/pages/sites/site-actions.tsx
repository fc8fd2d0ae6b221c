import type { SiteBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { SITES_KEY } from './queries.ts';
import { SiteForm } from './site-form.tsx';

export function SiteActions({ site }: { site: SiteBody }): ReactNode {
  const say = useText(placesText);
  const api = useApi();
  const queries = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const { id, name } = site;
  const close = async (): Promise<void> => {
    await api.send('DELETE', `/v1/sites/${id}`);
    void queries.invalidateQueries({ queryKey: SITES_KEY });
  };
  return (
    <span className="chips">
      <Button size="small" aria-label={say('site.change.of', { name })} onClick={() => setChanging(true)}>
        {say('site.change')}
      </Button>
      <AskButton doing={say('site.close')} title={say('site.close.of', { name })} onDo={close}>
        <p>{say('site.close.text')}</p>
      </AskButton>
      {isChanging ? <SiteForm site={site} onClose={() => setChanging(false)} /> : null}
    </span>
  );
}
