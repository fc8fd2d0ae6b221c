import { RequestRefused } from '@suyuan/api';

/** A busy server says when to come again; five times is some minutes of its being busy. */
const ATTEMPTS_MAX = 5;
const WAIT_S_MAX = 60;

/** Asks again while the server is busy; `brokenOff`, also where the connection did not hold. */
export async function untilTaken<Result>(
  send: () => Promise<Result>,
  { brokenOff = false }: { readonly brokenOff?: boolean } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const waitS = waitOf(error, brokenOff);
      if (waitS === undefined || attempt === ATTEMPTS_MAX) throw error;
      const seconds = Math.min(waitS * 2 ** (attempt - 1), WAIT_S_MAX);
      await new Promise((done) => setTimeout(done, seconds * 1000));
    }
  }
}

function waitOf(error: unknown, brokenOff: boolean): number | undefined {
  // What `fetch` throws where there is no connection, or no more.
  if (error instanceof TypeError && brokenOff) return 1;
  return error instanceof RequestRefused && error.problem.status === 503 ? error.retryAfterS : undefined;
}
