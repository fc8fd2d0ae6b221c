import type { ReactNode } from 'react';
import { phoneText } from '../../i18n/phone.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScanCode } from './scan-code.tsx';

/** `sha256` as `AB:CD:…`, `url` of the certificate. */
export function TrustStep({ url, sha256 }: { url: string; sha256: string }): ReactNode {
  const say = useText(phoneText);
  // Four digits are what one keeps in mind on the way from one screen to another.
  const groups = sha256.replaceAll(':', '').match(/.{1,4}/g) ?? [];
  return (
    <li>
      <strong>{say('trust')}</strong>
      <p>{say('trust.scan')}</p>
      <ScanCode url={url} label={say('trust.qr')} />
      <p>{say('trust.install')}</p>
      <dl>
        <dt>{say('trust.iphone')}</dt>
        <dd>{say('trust.iphone.how')}</dd>
        <dt>{say('trust.android')}</dt>
        <dd>{say('trust.android.how')}</dd>
      </dl>
      <p>{say('trust.compare')}</p>
      <p className="fingerprint">
        {groups.map((group, index) => (
          // Groups may be alike, and never move.
          <code key={index}>{group} </code>
        ))}
      </p>
    </li>
  );
}
