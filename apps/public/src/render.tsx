/**
 * The public window's pages as HTML text. Nothing here reads a database, a clock or a request: a page is a function
 * of its model. Built by Vite into `dist/server/render.js`, with React inside.
 */

import type { PageModel } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Words, WordsProvider, wordsOf } from './i18n/words.ts';
import { CodeView } from './pages/code-view.tsx';
import { ErrorView, toldStatus } from './pages/error-view.tsx';
import { HomeView } from './pages/home-view.tsx';
import { PackDifferencesView } from './pages/pack-differences-view.tsx';
import { PackView } from './pages/pack-view.tsx';
import { isPersonal, PersonView } from './pages/person-view.tsx';
import { ShareView } from './pages/share-view.tsx';
import { StandardsView } from './pages/standards-view.tsx';
import { UnknownView } from './pages/unknown-view.tsx';
import { Shell } from './parts/shell.tsx';
import { isAlarm } from './parts/what-to-do.tsx';
import { saidOf } from './short-code.ts';

/**
 * The headers every page needs. The pages have no inline script and no inline style, load nothing from other hosts
 * and open the camera only for the scan button. The worker that reads codes is allowed twice: Safari before 15.5 knows
 * `child-src` alone, which would allow frames too. A chosen photo is an image of `blob:` in Safari before 15.
 */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; child-src 'self'; frame-src 'none'; style-src 'self'; " +
    "img-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'accept, accept-language',
} as const;

/** Pages that are about nobody's goods. */
const LISTED: ReadonlySet<PageModel['kind']> = new Set(['home', 'standards', 'pack', 'pack-differences']);

/** A full HTML document. Hostile strings in the model come out as text. */
export function renderPage(model: PageModel): string {
  const words = wordsOf(model.lang);
  const html = renderToStaticMarkup(
    <WordsProvider value={words}>
      <Shell
        page={model}
        title={titleOf(model, words)}
        isListed={LISTED.has(model.kind)}
        isAlarm={model.kind === 'code' && isAlarm(model.verdict)}
      >
        <View model={model} />
      </Shell>
    </WordsProvider>,
  );
  return `<!doctype html>${withoutInvisibles(html)}\n`;
}

function View({ model }: { model: PageModel }): ReactNode {
  switch (model.kind) {
    case 'home':
      return <HomeView page={model} />;
    case 'code':
      return <CodeView page={model} />;
    case 'unknown':
      return isPersonal(model) ? <PersonView page={model} /> : <UnknownView page={model} />;
    case 'share':
      return <ShareView page={model} />;
    case 'standards':
      return <StandardsView page={model} />;
    case 'pack':
      return <PackView page={model} />;
    case 'pack-differences':
      return <PackDifferencesView page={model} />;
    case 'error':
      return <ErrorView page={model} />;
  }
}

function titleOf(model: PageModel, { say, lang }: Words): string {
  switch (model.kind) {
    case 'home':
      return say('site.tagline');
    case 'code': {
      const name = model.product?.name;
      return `${name?.[lang] ?? name?.zh ?? name?.en ?? saidOf(model.code, lang)} · ${say(`verdict.${model.verdict}`)}`;
    }
    case 'unknown':
      return say(isPersonal(model) ? 'person.title' : `verdict.${model.verdict}`);
    case 'share':
      return say(model.isOneEvent ? 'share.title.event' : 'share.title');
    case 'standards':
      return say('standards.title');
    case 'pack':
      return `${model.name[lang]} · ${say('standards.title')}`;
    case 'pack-differences':
      return say('differences.title', { name: model.name[lang] });
    case 'error':
      return say(`error.${toldStatus(model.status)}`);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const INVISIBLES = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Control characters are no HTML, and direction overrides make one code look like another (Unicode TR 36 §2.5):
 * both become U+FFFD, so that a reader sees that something is there.
 */
function withoutInvisibles(html: string): string {
  return html.toWellFormed().replace(INVISIBLES, '\ufffd');
}
