import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { providersText } from '../../i18n/providers.ts';
import { useText } from '../../i18n/use-text.ts';

const CODES = [
  'oidc.unknown',
  'oidc.flow',
  'oidc.refused',
  'oidc.unavailable',
  'oidc.disabled',
  'oidc.strength',
  'oidc.taken',
  'link.invalid',
  'person.already-member',
  'session.missing',
  'sign-in.blocked',
  'server.busy',
  'server.fault',
] as const;

/** In words, why a provider sent somebody back; nothing where none did. */
export function ReturnedAlert({ code }: { code: string | undefined }): ReactNode {
  const say = useText(providersText);
  if (code === undefined) return null;
  const known = CODES.find((each) => each === code);
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={known === undefined ? say('else', { code }) : say(known)}
    />
  );
}
