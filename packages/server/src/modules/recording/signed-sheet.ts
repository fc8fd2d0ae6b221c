/** Of a sheet that waited on a device for a line: that this person's device signed just this. */
import { Problem, type SheetContent } from '@suyuan/api';
import { digestOf } from '@suyuan/api/devices';
import type { Ctx } from '../../platform/ctx.ts';
import { verifyCommand } from '../identity/index.ts';
import type { SignedSheet } from './store-sheets.ts';

interface Signed {
  readonly id: string;
  readonly pack: string;
  readonly stage: string;
  readonly content: SheetContent;
}

/** @throws Problem `command.device`, `command.signature` */
export async function signedSheet(ctx: Ctx, command: string, { id, ...recorded }: Signed): Promise<SignedSheet> {
  const { device, claims } = await verifyCommand(ctx, command);
  if (claims.sheet !== id || claims.digest !== (await digestOf(recorded))) throw new Problem('command.signature');
  return { device, at: new Date(claims.iat * 1000), command };
}
