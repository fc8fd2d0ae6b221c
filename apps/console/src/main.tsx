import 'dayjs/locale/zh-cn.js';
import './style.css';
import './manage/manage.css';
import { showsChinese } from '@suyuan/web-build/shows-chinese';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { browserStorage } from './browser-storage.ts';
import { takeLinkToken } from './link-token.ts';
import { beginWorker } from './offline/begin-worker.ts';
import { createSettings } from './settings/settings.ts';

const linkToken = takeLinkToken(window);
// Another link opened in the same tab changes the fragment alone and loads nothing by itself.
window.addEventListener('hashchange', () => {
  if (location.pathname.startsWith('/console/start') && location.hash.length > 1) location.reload();
});

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const settings = createSettings(browserStorage(), navigator.languages);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Before anything is drawn: what was drawn without a font is not drawn again when it comes.
if (!showsChinese(document)) await import('./fonts.css').catch(() => undefined);
beginWorker();
createRoot(root).render(<App settings={settings} nonce={nonce} linkToken={linkToken} />);
