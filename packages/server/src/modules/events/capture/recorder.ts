import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Reception } from './store.ts';

/** Who records. Only a key may capture, and each belongs to an organisation. @throws Problem `key.missing` */
export function recorderOf({ actor }: Ctx): Pick<Reception, 'org' | 'keyId'> {
  if (actor.org === undefined) throw new Problem('key.missing');
  return { org: actor.org, keyId: actor.keyId ?? null };
}
