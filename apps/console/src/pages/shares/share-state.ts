import type { ShareBody } from '@suyuan/api';

export type ShareState = 'open' | 'over' | 'revoked';

/** How a link stands at a moment, in milliseconds since 1970. */
export function shareState({ until, endedAt }: Pick<ShareBody, 'until' | 'endedAt'>, now: number): ShareState {
  if (endedAt !== null) return 'revoked';
  return Date.parse(until) <= now ? 'over' : 'open';
}
