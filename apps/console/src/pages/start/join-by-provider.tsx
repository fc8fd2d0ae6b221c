import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { providersText } from '../../i18n/providers.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProviderButtons } from '../providers/provider-buttons.tsx';
import { type Departure, useProviders } from '../providers/use-providers.ts';

/** An invitation is accepted by an account elsewhere; nothing where the platform has no provider. */
export function JoinByProvider({ token }: { token: string }): ReactNode {
  const say = useText(providersText);
  const api = useApi();
  const { data: providers = [] } = useProviders();
  return (
    <ProviderButtons
      providers={providers}
      lead={say('join')}
      label={(name) => say('joinWith', { name })}
      onBegin={(providerId) => api.send<Departure>('POST', '/v1/links/provider', { token, providerId })}
    />
  );
}
