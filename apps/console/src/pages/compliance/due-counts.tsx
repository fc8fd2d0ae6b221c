import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';

/** How many are overdue, in red, and how many soon are. */
export function DueCounts({ overdue, soon }: { readonly overdue: number; readonly soon: number }): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const told = (count: number): string => count.toLocaleString(LANGUAGE_TAGS[language]);
  return (
    <div className="chips">
      {overdue === 0 ? null : <Tag color="error">{say('due.overdue.count', { count: told(overdue) })}</Tag>}
      {soon === 0 ? null : <Tag color="warning">{say('due.soon.count', { count: told(soon) })}</Tag>}
    </div>
  );
}
