/** Tells the server that somebody looks at the page of a code, and shows how often that was so. */

/** Sixteen random bytes that this browser is known by for this one code, and when it last told that it was opened. */
interface Told {
  readonly code: string;
  readonly browser: string;
  readonly atMs: number;
}

const KEY = 'suyuan.scans';
/** A person knows the codes of a cupboard again; older ones are told anew. */
const TOLD_MAX = 100;
/** Whoever opens a page again, or its other language, has looked once. */
const AGAIN_MS = 24 * 60 * 60 * 1000;
const TOKEN_BYTES = 16;

export function tellScan(root: Document): void {
  const place = root.querySelector<HTMLElement>('[data-scans]');
  // A program that drives a browser says so.
  if (place === null || navigator.webdriver) return;
  const code = place.dataset.scans ?? '';
  const tellOnce = (): void => {
    // A page that was loaded before anybody asked for it may never be seen.
    if (root.visibilityState !== 'visible') return;
    root.removeEventListener('visibilitychange', tellOnce);
    // What the page says, it says without this.
    tell(code, root.documentElement.lang).then(
      (scans) => show(place, scans),
      () => undefined,
    );
  };
  root.addEventListener('visibilitychange', tellOnce);
  tellOnce();
}

interface Scans {
  readonly count: number;
  readonly firstTime?: string;
  readonly isDoubtful?: boolean;
}

async function tell(code: string, lang: string): Promise<Scans> {
  const told = readTold();
  const own = told?.find((each) => each.code === code);
  const isAgain = own !== undefined && Date.now() - own.atMs < AGAIN_MS;
  // A browser that keeps nothing would be another each time: it asks, and is not counted.
  const browser = told === undefined || isAgain ? undefined : (own?.browser ?? newToken());
  const answer = await fetch('/v1/scans', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', 'accept-language': lang },
    body: JSON.stringify({ code, browser }),
  });
  if (!answer.ok) throw new Error(`not counted: ${answer.status}`);
  if (browser !== undefined)
    keepTold([...(told ?? []).filter((each) => each.code !== code), { code, browser, atMs: Date.now() }]);
  return answer.json();
}

/** Undefined where the browser keeps nothing. */
function readTold(): readonly Told[] | undefined {
  try {
    localStorage.setItem(`${KEY}.try`, '');
    localStorage.removeItem(`${KEY}.try`);
  } catch {
    return undefined;
  }
  try {
    const told: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(told) ? told : [];
  } catch {
    return [];
  }
}

function keepTold(told: readonly Told[]): void {
  localStorage.setItem(KEY, JSON.stringify(told.slice(-TOLD_MAX)));
}

function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function show(place: HTMLElement, { count, firstTime, isDoubtful }: Scans): void {
  const line = place.querySelector('.count');
  if (line === null || count === 0 || firstTime === undefined) return;
  const words = (count === 1 ? place.dataset.first : place.dataset.again) ?? '';
  line.textContent = words.replace('{n}', String(count)).replace('{time}', minuteOf(firstTime));
  const doubt = place.querySelector<HTMLElement>('.copied');
  if (doubt !== null && isDoubtful === true) doubt.hidden = false;
}

const CHINA_MS = 8 * 60 * 60 * 1000;

/** By the clock of China, as the rest of the page: `2026-11-28 14:03`. */
function minuteOf(time: string): string {
  return new Date(Date.parse(time) + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');
}
