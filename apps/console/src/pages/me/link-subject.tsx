import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProviderButtons } from '../providers/provider-buttons.tsx';
import type { Departure, Provider } from '../providers/use-providers.ts';

/** A button for each provider that is not linked yet; it leads there, and back to this page. */
export function LinkSubject({ providers }: { providers: readonly Provider[] }): ReactNode {
  const say = useText(meText);
  const api = useApi();
  return (
    <ProviderButtons
      providers={providers}
      label={(name) => say('subject.link', { name })}
      onBegin={(id) => api.send<Departure>('POST', `/v1/me/subjects/${id}`, { returnTo: '/console/me' })}
    />
  );
}
