/** What a device of the person signed. */
import { Problem } from '@suyuan/api';
import { type CommandClaims, CommandClaimsSchema } from '@suyuan/api/devices';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import Value from 'typebox/value';
import type { Ctx } from '../../../platform/ctx.ts';
import { personOf } from '../may.ts';
import { findDevice, noteUsed } from './store-devices.ts';

const AS = { as: 'identity' } as const;

export interface VerifiedCommand {
  readonly device: string;
  readonly claims: CommandClaims;
}

/** @throws Problem `command.device` where the person has no such device, `command.signature` where it is not signed by it */
export async function verifyCommand(ctx: Ctx, jws: string): Promise<VerifiedCommand> {
  const { personId } = personOf(ctx.actor);
  const device = deviceIn(jws);
  const key = await ctx.read((tx) => findDevice(tx, personId, device), AS);
  if (key === undefined) throw new Problem('command.device');
  const claims = await signedBy(await importJWK({ ...key }, 'ES256'), jws);
  await ctx.write((tx) => noteUsed(tx, device, ctx.clock.now()), AS);
  return { device, claims };
}

function deviceIn(jws: string): string {
  try {
    return decodeProtectedHeader(jws).kid ?? '';
  } catch {
    throw new Problem('command.signature');
  }
}

async function signedBy(key: Awaited<ReturnType<typeof importJWK>>, jws: string): Promise<CommandClaims> {
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: ['ES256'] });
    return Value.Parse(CommandClaimsSchema, JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    throw new Problem('command.signature');
  }
}
