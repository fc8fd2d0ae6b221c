import type { Account } from '@suyuan/api';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';

/** What is wrong with an account or a quota, and what to do; nothing where nothing is. */
export function ToldFinding({ finding }: { finding: Account['finding'] }): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  if (finding === undefined) return null;
  return (
    <div className="told-finding">
      <strong>{finding.message[language]}</strong>
      <span className="means">
        {say('wayOut')}
        {finding.wayOut[language]}
      </span>
    </div>
  );
}
