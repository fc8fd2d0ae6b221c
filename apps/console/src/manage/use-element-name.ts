import type { OpeningsBody } from '@suyuan/api';
import { DATA_ELEMENTS } from '@suyuan/api/disclosure';
import { openingsText } from '../i18n/openings.ts';
import { useText } from '../i18n/use-text.ts';
import { useSettings } from '../settings/use-settings.ts';

/** One element of what is recorded, or `*` for all of it. */
export type Opened = OpeningsBody['openings'][number]['element'];

export function useElementName(): (element: Opened) => string {
  const say = useText(openingsText);
  const [{ language }] = useSettings();
  return (element) => (element === '*' ? say('element.all') : DATA_ELEMENTS[element].name[language]);
}
