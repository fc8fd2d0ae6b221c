import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeyError } from './key-files.ts';
import { openKeyring } from './keyring.ts';
import { openSigningKey, type PublicJwk, verifySignature } from './signing-key.ts';

const STATEMENT = Buffer.from('recorded on 2026-12-01');

let root: string;
let dir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suyuan-signing-'));
  dir = join(root, 'keys');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('whoever has the public key checks a statement with nothing of ours', () => {
  const key = openSigningKey(dir);
  const { keyId, signature } = key.sign(STATEMENT);
  const [jwk] = key.publicKeys();
  expect(jwk?.kid).toBe(keyId);
  const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  expect(verify(null, STATEMENT, publicKey, signature)).toBe(true);
});

test('a statement holds as it was signed, by the key that it names, and no other way', () => {
  const key = openSigningKey(dir);
  const signed = key.sign(STATEMENT);
  const keys = key.publicKeys();
  expect(verifySignature(STATEMENT, signed, keys)).toBe(true);
  expect(verifySignature(Buffer.from('recorded on 2026-12-02'), signed, keys)).toBe(false);
  expect(verifySignature(STATEMENT, { ...signed, keyId: 'other' }, keys)).toBe(false);
  expect(verifySignature(STATEMENT, signed, [])).toBe(false);
  for (const length of [0, 63]) {
    expect(verifySignature(STATEMENT, { ...signed, signature: signed.signature.subarray(0, length) }, keys)).toBe(
      false,
    );
  }
  const altered = Buffer.from(signed.signature);
  altered.writeUInt8(altered.readUInt8(10) ^ 1, 10);
  expect(verifySignature(STATEMENT, { ...signed, signature: altered }, keys)).toBe(false);
});

test('a key that calls itself by the id of another is not believed', () => {
  const [ours, theirs] = [openSigningKey(dir), openSigningKey(join(root, 'theirs'))];
  const { keyId } = ours.sign(STATEMENT);
  const forged = { keyId, signature: theirs.sign(STATEMENT).signature };
  const keys: readonly PublicJwk[] = theirs.publicKeys().map((key) => ({ ...key, kid: keyId }));
  expect(verifySignature(STATEMENT, forged, keys)).toBe(false);
});

test('the id of a key is its thumbprint after RFC 7638', async () => {
  const key = openSigningKey(dir);
  key.sign(STATEMENT);
  for (const jwk of key.publicKeys()) expect(jwk.kid).toBe(await calculateJwkThumbprint({ ...jwk }));
  // RFC 8037 appendix A.2 and A.3.
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
  expect(verifySignatureOf(x)).toBe(true);
});

/** RFC 8037 appendix A.4: the signature of a published JWS by a published key, named by its published thumbprint. */
function verifySignatureOf(x: string): boolean {
  const keyId = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
  const signature = Buffer.from(
    'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    'base64url',
  );
  const bytes = Buffer.from('eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc');
  return verifySignature(bytes, { keyId, signature }, [{ kty: 'OKP', crv: 'Ed25519', x, kid: keyId }]);
}

test('the key stays the same, also for another program, until a newer one is made; the old one still proves', () => {
  const [here, there] = [openSigningKey(dir), openSigningKey(dir)];
  const old = here.sign(STATEMENT);
  expect(there.sign(STATEMENT)).toEqual(old);
  const added = here.addKey();
  const young = there.sign(STATEMENT);
  expect(young.keyId).toBe(added.kid);
  expect(young.keyId).not.toBe(old.keyId);
  const keys = there.publicKeys();
  expect(keys.map(({ kid }) => kid)).toEqual([old.keyId, young.keyId]);
  for (const signed of [old, young]) expect(verifySignature(STATEMENT, signed, keys)).toBe(true);
});

test('it lies beside the keys of secrets and neither is taken for the other', () => {
  openKeyring({ dir }).addKey();
  expect(openSigningKey(dir).publicKeys()).toEqual([]);
  openSigningKey(dir).sign(STATEMENT);
  openSigningKey(dir).addKey();
  expect(readdirSync(dir).sort()).toEqual(['secrets-1.key', 'signing-1.key', 'signing-2.key']);
  expect(openKeyring({ dir }).newestNo).toBe(1);
});

test.runIf(process.platform !== 'win32')('the private key is for the eyes of the program alone, and never told', () => {
  const key = openSigningKey(dir);
  key.sign(STATEMENT);
  expect(statSync(join(dir, 'signing-1.key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dir, 'signing-1.key'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(Object.keys(key.publicKeys()[0] ?? {}).sort()).toEqual(['crv', 'kid', 'kty', 'x']);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

test.each(['', 'no key', rsa.toString()])(
  'a damaged key, or one of another kind, is told of in both languages (%#)',
  (content) => {
    openSigningKey(dir).sign(STATEMENT);
    writeFileSync(join(dir, 'signing-1.key'), content);
    expect(() => openSigningKey(dir).sign(STATEMENT)).toThrow(KeyError);
    expect(() => openSigningKey(dir).sign(STATEMENT)).toThrow(/1 号签名密钥已损坏 · signing key 1 is damaged/);
  },
);
