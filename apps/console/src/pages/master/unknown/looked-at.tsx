import type { ReactNode } from 'react';
import { unknownCodesText } from '../../../i18n/unknown-codes.ts';
import { useText } from '../../../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { useAnyUnknown } from './use-any-unknown.ts';

/** How far back the list looks; nothing until that is known. */
export function LookedAt(): ReactNode {
  const say = useText(unknownCodesText);
  const [{ language }] = useSettings();
  const lookedAt = useAnyUnknown()?.lookedAt;
  if (lookedAt === undefined) return null;
  const count = lookedAt.events.toLocaleString(LANGUAGE_TAGS[language]);
  if (lookedAt.events === 0) return <p className="soft">{say('empty.none')}</p>;
  return <p className="soft">{say(lookedAt.all ? 'looked.all' : 'looked.some', { count })}</p>;
}
