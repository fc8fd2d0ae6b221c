import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor } from '../../identity/index.ts';
import type { Reception } from './store.ts';

/** Who records. @throws Problem `key.missing` */
export function recorderOf({ actor }: Ctx): Pick<Reception, 'org' | 'keyId'> {
  return { org: actingFor(actor), keyId: actor.keyId ?? null };
}
