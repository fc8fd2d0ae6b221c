import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { providersText } from '../../i18n/providers.ts';
import { useText } from '../../i18n/use-text.ts';

/** Whoever came back from a provider for nothing, and is signed in as before. */
export function SignedInStep(): ReactNode {
  const say = useText(providersText);
  return <Link to="/">{say('home')}</Link>;
}
