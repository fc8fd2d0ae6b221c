import type { ReachBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { phoneText } from '../../i18n/phone.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScanCode } from './scan-code.tsx';
import { TrustStep } from './trust-step.tsx';

/** Trust, where the phone does not know who signed the certificate; then open. */
export function PhoneSteps({ reach: { addresses, authority } }: { reach: ReachBody }): ReactNode {
  const say = useText(phoneText);
  const [first, ...others] = addresses.map((origin) => `${origin}/console`);
  if (first === undefined) return <p>{say('alone')}</p>;
  return (
    <>
      <p className="soft">{authority === null ? say('lead.known') : say('lead')}</p>
      <ol className="phone-steps">
        {authority === null ? null : <TrustStep url={`${addresses[0]}/ca.crt`} sha256={authority.sha256} />}
        <li>
          <strong>{say('open')}</strong>
          <p>{say('open.scan')}</p>
          <ScanCode url={first} label={say('open.qr')} />
          {others.length === 0 ? null : (
            <>
              <p className="soft">{say('open.others')}</p>
              <ul className="plain-list">
                {others.map((url) => (
                  <li key={url}>
                    <code>{url}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      </ol>
    </>
  );
}
