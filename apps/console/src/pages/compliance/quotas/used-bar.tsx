import type { Quota } from '@suyuan/api';
import type { ReactNode } from 'react';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';

/** How much of a quota is used, at a glance; full where it is used up or exceeded. */
export function UsedBar({ quota: { amount, used } }: { quota: Pick<Quota, 'amount' | 'used'> }): ReactNode {
  const say = useText(quotasText);
  const [{ language }] = useSettings();
  // Nothing may be allotted at all.
  const share = amount === 0 ? Number(used > 0) : used / amount;
  const percent = new Intl.NumberFormat(LANGUAGE_TAGS[language], { style: 'percent', maximumFractionDigits: 1 });
  return (
    <progress
      className="used-bar"
      max={1}
      value={share}
      aria-label={say('used.share', { percent: percent.format(share) })}
    />
  );
}
