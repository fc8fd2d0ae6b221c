import type { ErrorPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { SearchForm } from '../parts/search-form.tsx';

type Told = '400' | '403' | '404' | '429' | '500' | '503';

export function ErrorView({ page }: { page: ErrorPage }): ReactNode {
  const { say } = useWords();
  const told = toldStatus(page.status);
  return (
    <div className="home">
      <section className="hero" aria-labelledby="error">
        <h1 id="error">{say(`error.${told}`)}</h1>
        <p>{page.message ?? say(`error.${told}.text`)}</p>
        <SearchForm />
        <p className="hint">
          {say('error.status', { status: String(page.status) })}
          {page.reference === undefined ? null : (
            <>
              {' · '}
              {say('error.reference', { reference: page.reference })}
            </>
          )}
        </p>
      </section>
    </div>
  );
}

/** The nearest status that the page has words for. */
export function toldStatus(status: number): Told {
  switch (status) {
    case 401:
    case 403:
      return '403';
    case 404:
    case 410:
      return '404';
    case 429:
      return '429';
    case 502:
    case 503:
    case 504:
      return '503';
    default:
      return status >= 500 ? '500' : '400';
  }
}
