/**
 * Devices of a person, over `/v1/me/devices`, and what they sign: commands that wait on a device for a line (ADR 0038).
 * Browser and server make the same text of the same content.
 */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

const only = { additionalProperties: false };
/** 32 bytes as base64url. */
const Bytes32 = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** A public key of ECDSA on P-256 (RFC 7518 §6.2.1). */
export const DeviceKeySchema = Type.Object(
  { kty: Type.Literal('EC'), crv: Type.Literal('P-256'), x: Bytes32, y: Bytes32 },
  only,
);
export type DeviceKey = Frozen<Type.Static<typeof DeviceKeySchema>>;

export const KnowDeviceSchema = Type.Object({ key: DeviceKeySchema }, only);

export const DevicesSchema = Type.Object({
  devices: Type.Array(
    Type.Object({
      id: Type.String({ description: 'Thumbprint of its key (RFC 7638)' }),
      agent: Type.Union([Type.String(), Type.Null()], { description: 'What its browser said of itself' }),
      madeAt: Type.String({ format: 'date-time' }),
      usedAt: Type.Optional(
        Type.String({ format: 'date-time', description: 'When something that it signed came last' }),
      ),
    }),
    { description: 'The last used first' },
  ),
});
export type Devices = Frozen<Type.Static<typeof DevicesSchema>>;

/** What a device says by its signature: a compact JWS (RFC 7515) of ES256 whose `kid` is the device. */
export const CommandClaimsSchema = Type.Object({
  sheet: Type.String({ format: 'uuid' }),
  digest: Bytes32,
  iat: Type.Integer({ minimum: 0, description: 'Seconds since 1970, by the clock of the device, set by the server’s' }),
});
export type CommandClaims = Frozen<Type.Static<typeof CommandClaimsSchema>>;

/** RFC 7638. */
export function deviceIdOf({ crv, kty, x, y }: DeviceKey): Promise<string> {
  return sha256(JSON.stringify({ crv, kty, x, y }));
}

/** Of what is recorded: SHA-256 of its canonical JSON, as base64url. */
export function digestOf(what: {
  readonly pack: string;
  readonly stage: string;
  readonly content: object;
}): Promise<string> {
  const { pack, stage, content } = what;
  return sha256(canonicalJson({ pack, stage, content }));
}

/** RFC 8785, for texts, lists and objects alone. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

async function sha256(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** RFC 4648 §5, without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
