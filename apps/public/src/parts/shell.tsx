import type { Language, PageBase } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { ASSETS } from '../assets.ts';
import { tagOf, useWords } from '../i18n/words.ts';

interface ShellProps {
  readonly page: PageBase;
  readonly title: string;
  /** Pages about one code stay out of search engines: a code may be someone's own purchase. */
  readonly isListed: boolean;
  /** The page warns of goods: nothing on it is in the colour of what is well. */
  readonly isAlarm: boolean;
  readonly children: ReactNode;
}

/** The whole document around a page. */
export function Shell({ page, title, isListed, isAlarm, children }: ShellProps): ReactNode {
  const { say } = useWords();
  return (
    <html lang={tagOf(page.lang)} data-glyphs={ASSETS.fonts} data-alarm={isAlarm ? '' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        {isListed ? <meta name="description" content={say('home.lead')} /> : <meta name="robots" content="noindex" />}
        <title>{`${title} · ${say('site.name')}`}</title>
        <link rel="icon" type="image/svg+xml" href={ASSETS.icon} />
        <link rel="stylesheet" href={ASSETS.style} />
        <script type="module" src={ASSETS.script} />
      </head>
      <body>
        <a className="skip" href="#main">
          {say('site.skip')}
        </a>
        <Header page={page} />
        <main id="main">{children}</main>
        <footer>
          <p>{say('footer.free')}</p>
        </footer>
      </body>
    </html>
  );
}

function Header({ page }: { page: PageBase }): ReactNode {
  const { say, lang } = useWords();
  const languages: readonly [Language, string][] = [
    ['zh', '中文'],
    ['en', 'English'],
  ];
  return (
    <header>
      <a className="brand" href={lang === 'en' ? '/?lang=en' : '/'}>
        <img src={ASSETS.icon} alt="" width="28" height="28" />
        <span>
          <strong>{say('site.name')}</strong>
          <small>{say('site.tagline')}</small>
        </span>
      </a>
      <nav aria-label={say('site.languages')}>
        {languages.map(([code, label]) => (
          <a
            key={code}
            href={`?${languageQuery(page.query, code)}`}
            lang={tagOf(code)}
            hrefLang={tagOf(code)}
            aria-current={code === lang ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** The other parts of the query stay as they are: a Digital Link may carry attributes of the code there. */
function languageQuery(query: string | undefined, lang: Language): string {
  const kept = (query ?? '').split('&').filter((pair) => pair !== '' && !/^lang(=|$)/.test(pair));
  return [...kept, `lang=${lang}`].join('&');
}
