/**
 * The key that the installation signs statements with, such as countersignatures: Ed25519, in `data/keys/` beside the
 * keys of secrets. Whoever is given its public key checks a statement without us.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { KeyError, type KeyFiles, keyFiles } from './key-files.ts';

/** RFC 8037: a public Ed25519 key. */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** 32 bytes as base64url. */
  readonly x: string;
  /** Thumbprint of RFC 7638, so that the id follows from the key and cannot be given to another. */
  readonly kid: string;
}

export interface Signature {
  readonly keyId: string;
  /** 64 bytes. */
  readonly signature: Buffer;
}

export interface SigningKey {
  /** Public keys, the newest last; the older ones are kept, so that what they signed can be checked. @throws KeyError */
  publicKeys(): readonly PublicJwk[];
  /** Signs with the newest key; the first use makes one. @throws KeyError */
  sign(bytes: Uint8Array): Signature;
  /** Makes a newer key and returns it; what is signed from then on is signed with it. @throws KeyError */
  addKey(): PublicJwk;
}

/** Keys in `dir`, which is `data/keys`. Nothing is read or made until it is needed. */
export function openSigningKey(dir: string): SigningKey {
  const files = keyFiles(dir, 'signing');

  function newest(): KeyObject {
    if (files.numbers().length === 0) files.make(1, newKeyText());
    return readKey(files, files.numbers().at(-1) ?? 1);
  }

  return {
    publicKeys: () => files.numbers().map((no) => publicJwk(readKey(files, no))),
    sign(bytes) {
      const key = newest();
      return { keyId: publicJwk(key).kid, signature: sign(null, bytes, key) };
    },
    addKey() {
      const no = (files.numbers().at(-1) ?? 0) + 1;
      files.make(no, newKeyText());
      return publicJwk(readKey(files, no));
    },
  };
}

/** Whether bytes were signed by one of these keys, the one that the signature names. */
export function verifySignature(
  bytes: Uint8Array,
  { keyId, signature }: Signature,
  keys: readonly PublicJwk[],
): boolean {
  // The id is computed, not believed: a key that calls itself by the id of another is not that one.
  const jwk = keys.find((key) => thumbprint(key.x) === keyId);
  if (jwk === undefined) return false;
  const { kty, crv, x } = jwk;
  return verify(null, bytes, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), signature);
}

function newKeyText(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim();
}

function readKey(files: KeyFiles, no: number): KeyObject {
  const pem = files.read(no);
  if (pem === undefined) throw new KeyError(`缺少 ${no} 号签名密钥 · signing key ${no} is missing`);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
    throw new TypeError(`a key of the type ${key.asymmetricKeyType}`);
  } catch (cause) {
    throw new KeyError(`${no} 号签名密钥已损坏 · signing key ${no} is damaged: not an Ed25519 key in PKCS #8`, {
      cause,
    });
  }
}

function publicJwk(key: KeyObject): PublicJwk {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x) };
}

/** RFC 7638 §3, RFC 8037 §2: the required members in the order of the alphabet, without spaces. */
function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}
