import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { providersText } from '../../i18n/providers.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProviderButtons } from '../providers/provider-buttons.tsx';
import { type Departure, useProviders } from '../providers/use-providers.ts';

/** Signing in by an account elsewhere; `path` is where one wanted to go. Nothing where the platform has no provider. */
export function OtherAccounts({ path }: { path: string }): ReactNode {
  const say = useText(providersText);
  const api = useApi();
  const { data: providers = [] } = useProviders();
  const returnTo = `/console${path}`;
  return (
    <ProviderButtons
      providers={providers}
      lead={say('other')}
      label={(name) => say('with', { name })}
      onBegin={(id) => api.send<Departure>('POST', `/v1/session/providers/${id}`, { returnTo })}
    />
  );
}
