import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Icon } from './icon.tsx';

interface SearchFormProps {
  readonly big?: boolean;
  readonly value?: string;
  /** The product of the page, whose lot or serial may stand in a bar code of its own. */
  readonly of?: string | undefined;
}

/**
 * Asks `GET /q?code=…`, which the server redirects to the code's own page, so that it works without script. The scan
 * button appears with script; what it opens is loaded when it is pressed.
 */
export function SearchForm({ big = false, value, of }: SearchFormProps): ReactNode {
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
        {of === undefined ? null : <input type="hidden" name="of" value={of} />}
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
      {of === undefined ? null : <p className="hint">{say('search.of')}</p>}
    </form>
  );
}
