/**
 * The console without a line: keeps its page and its files on the device. What the page asks of `/v1` it leaves alone, which
 * the page itself keeps of what it needs (`src/offline`).
 */
declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: every file but those that are kept once they were used. */
declare const __FILES__: readonly string[];
/** Put in by the build: fonts, guides, and the program that reads codes in pictures. */
declare const __WHEN_USED__: readonly string[];
/** That the page of this build loads. */
declare const __ENTRY__: string;

/** One for all builds: files of the same name are the same. */
const CACHE = 'suyuan-console';
const PAGE = '/console';
const FILES_BELOW = '/console/assets/';

/** A line that is worse than this is none: the page that is kept comes instead. */
const LINE_MS = 4_000;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const isPage = pathname === PAGE || pathname.startsWith(`${PAGE}/`);
  if (request.mode === 'navigate' && isPage) event.respondWith(page(request));
  else if (pathname.startsWith(FILES_BELOW)) event.respondWith(file(request));
});

/** All or nothing: a worker that lacks a file does not begin, and is installed anew the next time. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  const answer = await fetch(PAGE, { cache: 'no-store' });
  if (!answer.ok || !(await answer.clone().text()).includes(__ENTRY__)) throw new Error('The page is of another build');
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(__FILES__.filter((path) => !kept.has(path)));
  await cache.put(PAGE, answer);
}

/** Begins when the pages of the build before are closed, so that none of them misses a file. */
async function forgetOlder(): Promise<void> {
  const cache = await caches.open(CACHE);
  const current = new Set([PAGE, ...__FILES__, ...__WHEN_USED__]);
  const old = (await cache.keys()).filter(({ url }) => !current.has(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
  await self.clients.claim();
}

/** The server's, so that who has a line has the newest; the one that is kept where none comes. */
async function page(request: Request): Promise<Response> {
  const asked = fetch(request).catch(() => undefined);
  const answer = await Promise.race([asked, after(LINE_MS)]);
  if (answer !== undefined && answer.status < 500) return answer;
  const kept = await (await caches.open(CACHE)).match(PAGE);
  return kept ?? answer ?? (await asked) ?? Response.error();
}

/** A file never changes under its name. */
async function file(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

function after(ms: number): Promise<undefined> {
  return new Promise((done) => setTimeout(done, ms, undefined));
}
