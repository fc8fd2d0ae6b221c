/** The key of this device and of whoever uses it: made here, never shown to anybody, and known to the server by its public half. */
import { base64url, type CommandClaims, type DeviceKey, deviceIdOf, digestOf } from '@suyuan/api/devices';
import { type Api, ApiProblem } from '../api.ts';
import type { RecordCommand } from './command.ts';
import type { KeptKey } from './database.ts';
import { deviceDatabase } from './device.ts';

/** ECDSA on P-256 with SHA-256: ES256 of RFC 7518, which every browser has. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A compact JWS (RFC 7515) of what is wanted; undefined over plain http, where browsers sign nothing. */
export async function signCommand(command: Omit<RecordCommand, 'proof'>): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) return undefined;
  const { id: kid, privateKey } = await keyOf(command.owner);
  const claims: CommandClaims = {
    sheet: command.id,
    digest: await digestOf(command),
    iat: Math.floor(command.atMs / 1000),
  };
  const said = `${jsonPart({ alg: 'ES256', kid })}.${jsonPart(claims)}`;
  const signature = await subtle.sign(ALGORITHM, privateKey, new TextEncoder().encode(said));
  return `${said}.${base64url(new Uint8Array(signature))}`;
}

/** So that what this device signed counts. Where the person removed it, it signs with another key from then on. */
export async function makeKnown(api: Api, owner: string): Promise<void> {
  const { keys } = await deviceDatabase();
  const kept = await keys.get(owner);
  if (kept === undefined || kept.isKnown) return;
  const { id, key } = kept;
  await api.send('PUT', `/v1/me/devices/${id}`, { key });
  await keys.put({ ...kept, isKnown: true });
}

/** Whether it was refused since the device is not known any more; then its key is thrown away. */
export async function forgetRemoved(error: unknown, owner: string): Promise<void> {
  if (error instanceof ApiProblem && error.code === 'command.device') await (await deviceDatabase()).keys.delete(owner);
}

async function keyOf(owner: string): Promise<KeptKey> {
  const { keys } = await deviceDatabase();
  const kept = await keys.get(owner);
  if (kept !== undefined) return kept;
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  const key: DeviceKey = { kty: 'EC', crv: 'P-256', x, y };
  const made: KeptKey = { owner, id: await deviceIdOf(key), privateKey, key, isKnown: false };
  await keys.put(made);
  return made;
}

function jsonPart(value: object): string {
  return base64url(new TextEncoder().encode(JSON.stringify(value)));
}
