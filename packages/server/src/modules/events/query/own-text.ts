/** What an organisation recorded of one event, as it came. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor } from '../../identity/index.ts';
import { textKey } from '../keys.ts';
import { readReceivedOf } from './received.ts';
import { selectByIdentity } from './store.ts';

export interface OwnText {
  /** JSON of the event. */
  readonly body: string;
  /** JSON of the `@context` of its document; `null` where it had none. */
  readonly context: string;
}

/**
 * @param eventID or its hash, with the row id of the event, since there may be others under it
 * @throws Problem `resource.not-found` where the organisation has not recorded it
 */
export async function readOwnText(
  ctx: Ctx,
  { eventID, id }: { readonly eventID: string; readonly id: string },
): Promise<OwnText> {
  const { no: orgNo } = actingFor(ctx.actor);
  return ctx.read(async (tx) => {
    const records = await selectByIdentity(tx, textKey(eventID));
    const own = records.find((record) => record.eventId === id && record.orgNo === orgNo);
    const [found] = own === undefined ? [] : await readReceivedOf(tx, [own]);
    if (found === undefined) throw new Problem('resource.not-found', { what: eventID });
    return { body: found.body, context: found.context };
  });
}
