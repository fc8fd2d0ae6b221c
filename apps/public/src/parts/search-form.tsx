import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Icon } from './icon.tsx';

/**
 * Asks `GET /q?code=…`, which the server redirects to the code's own page, so that it works without script. The scan
 * button appears with script; what it opens is loaded when it is pressed.
 */
export function SearchForm({ big = false, value }: { big?: boolean; value?: string }): ReactNode {
  const { say, lang } = useWords();
  return (
    <form className={big ? 'search search-big' : 'search'} action="/q" method="get" role="search">
      <label htmlFor="code">{big ? say('search.label') : say('search.again')}</label>
      <div className="search-row">
        <input
          id="code"
          name="code"
          type="text"
          required
          maxLength={2000}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={say('search.placeholder')}
          defaultValue={value}
        />
        {lang === 'en' ? <input type="hidden" name="lang" value="en" /> : null}
        <button className="button-main" type="submit">
          {say('search.submit')}
        </button>
      </div>
      <button className="button-scan" type="button" hidden data-scan={say('search.scan.failed')} aria-expanded="false">
        <Icon name="scan" />
        {say('search.scan')}
      </button>
      {big ? <p className="hint">{say('search.hint')}</p> : null}
    </form>
  );
}
