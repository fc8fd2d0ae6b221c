/** Base32 of RFC 4648 without padding, as authenticator apps read a secret. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Writes bytes in characters of five bits each; `alphabet` has 32 characters. The last is filled up with zeros. */
export function base32(bytes: Uint8Array, alphabet: string = ALPHABET): string {
  let text = '';
  let kept = 0;
  let bits = 0;
  for (const byte of bytes) {
    kept = (kept << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((kept >> bits) & 31);
    }
    kept &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + alphabet.charAt((kept << (5 - bits)) & 31);
}
