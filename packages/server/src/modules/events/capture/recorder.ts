import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor } from '../../identity/index.ts';
import type { Reception } from './store.ts';

/** Who records, on whose behalf. */
export type Recorder = Pick<Reception, 'org' | 'keyId' | 'personId' | 'via'>;

/** Who records. @throws Problem `key.missing` */
export function recorderOf({ actor }: Ctx): Recorder {
  const { keyId = null, personId = null, via = null } = actor;
  return { org: actingFor(actor), keyId, personId, via };
}
