/** What is kept for a while only: sessions that ended, tries that count no more, ways to a provider that nobody came back from. */
import type { Ctx } from '../../platform/ctx.ts';
import { dropOldFlows } from './oidc/store-flows.ts';
import { dropOldAttempts } from './sessions/store-attempts.ts';
import { dropOldSessions } from './sessions/store-sessions.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Once an hour, until it is stopped. `ctx` is the program's own. */
export function keepTidy(ctx: Ctx): { stop(): void } {
  const tidy = async (): Promise<void> => {
    await ctx.write(async (tx) => {
      await dropOldSessions(tx);
      await dropOldAttempts(tx);
      await dropOldFlows(tx);
    });
  };
  const timer = setInterval(() => {
    tidy().catch((error: unknown) => ctx.log.warn({ err: error }, 'housekeeping: will try again'));
  }, HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
