/** What the server answered, kept for the time without a line: of what recording needs, and of nothing else. */
import { type Api, ApiProblem } from '../api.ts';
import { deviceDatabase, keptDatabase } from './device.ts';

/** Who is signed in, what may be recorded and with what: no other person's data, no records. */
const HELD = [
  /^\/v1\/session$/,
  /^\/v1\/places$/,
  /^\/v1\/today$/,
  /^\/v1\/forms(\/|$)/,
  /^\/v1\/sheets(\/|\?|$)/,
  /^\/v1\/arrivals$/,
  /^\/v1\/sites$/,
  /^\/v1\/registry\/entries\?(?!.*\bq=)/,
];
const SESSION_PATH = '/v1/session';

/** So many, the oldest forgotten first. */
const HELD_MAX = 500;
/** Whoever was not on the line for so long signs in again. */
const HELD_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** Where the page itself does not open without a line, its answers need not be kept either. */
export const opensOffline = (): boolean => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

const isHeld = (path: string): boolean => HELD.some((each) => each.test(path));

/** The API, answered from this device where no answer comes. What is of one session is not shown to the next. */
export function holding(api: Api): Api {
  return {
    ...api,
    async get<Answer>(path: string): Promise<Answer> {
      if (!isHeld(path)) return api.get(path);
      try {
        const answer = await api.get<Answer>(path);
        if (opensOffline()) await quietly(() => keep(path, JSON.stringify(answer)));
        return answer;
      } catch (error) {
        const text = isOffline(error) ? await quietly(() => find(path)) : undefined;
        if (text === undefined) throw error;
        return JSON.parse(text);
      }
    },
    async send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
      const answer = await api.send<Answer>(method, path, body);
      if (path.startsWith(SESSION_PATH)) await forgetAnswers();
      return answer;
    },
  };
}

export const isOffline = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'offline';

/** When it was answered last, in milliseconds since 1970; 0 where it is not held. */
export async function heldAtMs(path: string): Promise<number> {
  return (await quietly(async () => (await keptDatabase())?.answers.get(path)))?.atMs ?? 0;
}

/** Of whoever signed out, or was signed out. */
export const forgetAnswers = (): Promise<unknown> => quietly(async () => (await keptDatabase())?.answers.clear());

/** A browser that keeps nothing: then there is nothing without a line, as before. */
async function quietly<Given>(act: () => Promise<Given>): Promise<Given | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}

async function keep(path: string, text: string): Promise<void> {
  const { answers } = await deviceDatabase();
  if (path === SESSION_PATH) {
    const before = await answers.get(path);
    // Another tab went to another organisation.
    if (before !== undefined && before.text !== text) await answers.clear();
  }
  await answers.put({ path, text, atMs: Date.now() });
  const over = (await answers.count()) - HELD_MAX;
  if (over > 0) await answers.bulkDelete(await answers.orderBy('atMs').limit(over).primaryKeys());
}

async function find(path: string): Promise<string | undefined> {
  const held = await (await keptDatabase())?.answers.get(path);
  return held !== undefined && Date.now() - held.atMs < HELD_DAYS * DAY_MS ? held.text : undefined;
}
