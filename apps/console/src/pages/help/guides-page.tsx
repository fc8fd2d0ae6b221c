import { type ReactNode, useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { SearchField } from '../../manage/search-field.tsx';
import { FoundParts } from './found-parts.tsx';
import { GuideGroups } from './guide-groups.tsx';

/** The guides, or what was found in them; what is looked for stays in the address, so that one comes back to it. */
export function GuidesPage(): ReactNode {
  const say = useText(helpText);
  const [search, setSearch] = useSearchParams();
  const words = search.get('q') ?? '';
  const sought = useDeferredValue(words.trim());
  usePageTitle(say('title'));
  return (
    <>
      <header className="help-head">
        <h1>{say('title')}</h1>
        <p className="soft">{say('lead')}</p>
        <search>
          <SearchField
            label={say('search')}
            value={words}
            onChange={(value) => setSearch(value === '' ? {} : { q: value }, { replace: true })}
          />
        </search>
      </header>
      {sought === '' ? <GuideGroups /> : <FoundParts words={sought} />}
    </>
  );
}
