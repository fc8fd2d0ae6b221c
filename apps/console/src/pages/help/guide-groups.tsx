import type { ReactNode } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { GROUP_NAMES, GUIDE_GROUPS } from './guide-list.ts';
import { HelpLink } from './help-link.tsx';
import { titleOf } from './load-guide.ts';

/** Every guide with a line on what it is for, below whom it is for. */
export function GuideGroups(): ReactNode {
  const say = useText(helpText);
  const [{ language }] = useSettings();
  return (
    <div className="guide-groups">
      {GROUP_NAMES.map((group) => (
        <Section key={group} title={say(`group.${group}`)}>
          <ul className="guide-list">
            {GUIDE_GROUPS[group].map((name) => (
              <li key={name}>
                <HelpLink to={`/help/${name}`}>{titleOf(name, language)}</HelpLink>
                <p className="soft">{say(`of.${name}`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
