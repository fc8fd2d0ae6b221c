import { type ReactNode, useDeferredValue } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { SearchField } from '../../manage/search-field.tsx';
import { FoundParts } from './found-parts.tsx';
import { GuideGroups } from './guide-groups.tsx';
import { useHelpPlace } from './help-place.ts';
import { HelpTitle } from './help-title.tsx';

/** The guides, or what was found in them; on the page of help, what is looked for stays in the address. */
export function GuidesPage(): ReactNode {
  const say = useText(helpText);
  const { words, look } = useHelpPlace();
  const sought = useDeferredValue(words.trim());
  return (
    <>
      <header className="help-head">
        <HelpTitle>{say('title')}</HelpTitle>
        <p className="soft">{say('lead')}</p>
        <search>
          <SearchField label={say('search')} value={words} onChange={look} />
        </search>
      </header>
      {sought === '' ? <GuideGroups /> : <FoundParts words={sought} />}
    </>
  );
}
