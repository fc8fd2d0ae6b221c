import type { EntryBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';

/** What else an entry is called, by what was merged into it; nothing where that is the same. */
export function Also({ entry: { name, merged = [] } }: { entry: Pick<EntryBody, 'name' | 'merged'> }): ReactNode {
  const say = useText(duplicatesText);
  const [{ language }] = useSettings();
  const names = [...new Set(merged.map((each) => each.name?.[language] ?? each.code))];
  const others = names.filter((each) => each !== name?.[language]);
  return others.length === 0 ? null : <div className="soft">{say('also', { names: others.join(say('comma')) })}</div>;
}
