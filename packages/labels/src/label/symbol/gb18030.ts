/** Text in GB 18030, the character set of Han Xin symbols (GB/T 21049): the platform decodes it and does not encode it. */

const ASTRAL_FROM = 189_000; // four-byte numbers of characters beyond the 16-bit ones begin here (GB 18030-2022 §6.4)
const FOUR_BYTE_MAX = 39_420; // and end here for the 16-bit ones

let codes: ReadonlyMap<string, string> | undefined;

/** Each byte as one character. */
export function toGb18030(text: string): string {
  codes ??= sixteenBitCodes();
  let bytes = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes += character;
    else if (point >= 0x10000) bytes += fourBytes(point - 0x10000 + ASTRAL_FROM);
    else bytes += codes.get(character) ?? '';
  }
  return bytes;
}

function sixteenBitCodes(): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, string>();
  const add = (code: string): void => {
    const character = decoder.decode(Buffer.from(code, 'latin1'));
    if (character.length === 1 && character !== '�' && !found.has(character)) found.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add(String.fromCharCode(lead, trail));
  }
  for (let number = 0; number < FOUR_BYTE_MAX; number += 1) add(fourBytes(number));
  return found;
}

function fourBytes(number: number): string {
  const fourth = 0x30 + (number % 10);
  const third = 0x81 + (Math.floor(number / 10) % 126);
  const second = 0x30 + (Math.floor(number / 1260) % 10);
  return String.fromCharCode(0x81 + Math.floor(number / 12_600), second, third, fourth);
}
