/**
 * How many codes a second `canonical` and its companions read, on one core: `node packages/codes/bench/canonical.ts`.
 * Each line is one kind of code, 50,000 different ones, so that nothing gains from meeting the same text again.
 */
import { canonical, classOf, gs1CheckDigit, readCode } from '../src/index.ts';

const CODES = 50_000;
const ROUNDS = 6; // the first one warms the compiler up and is not counted

const gtin = (i: number): string => {
  const body = `0690123${String(i % 1000).padStart(6, '0')}`;
  return body + gs1CheckDigit(body);
};
const sscc = (i: number): string => {
  const body = `06901234${String(i).padStart(9, '0')}`;
  return body + gs1CheckDigit(body);
};

const KINDS: Readonly<Record<string, (i: number) => string>> = {
  'canonical link, serial': (i) => `https://id.gs1.org/01/${gtin(i)}/21/S${i}`,
  'canonical link, lot': (i) => `https://id.gs1.org/01/${gtin(i)}/10/L${i}`,
  'canonical link, SSCC': (i) => `https://id.gs1.org/00/${sscc(i)}`,
  'canonical link, lot and serial': (i) => `https://id.gs1.org/01/${gtin(i)}/10/L${i % 100}/21/S${i}`,
  'link on another host': (i) => `https://example.cn/t/01/${gtin(i)}/21/S${i}?17=271231`,
  'EPC URN, SGTIN': (i) => `urn:epc:id:sgtin:6901234.0${String(i % 100_000).padStart(5, '0')}.S${i}`,
  'EPC URN, LGTIN': (i) => `urn:epc:class:lgtin:6901234.0${String(i % 100_000).padStart(5, '0')}.L${i}`,
  'EPC URN, SSCC': (i) => `urn:epc:id:sscc:6901234.0${String(i).padStart(9, '0')}`,
  'element string': (i) => `(01)${gtin(i)}(21)S${i}`,
  'bare digits': (i) => gtin(i),
  'drug code': (i) => `8123456${String(i).padStart(13, '0')}`,
  'UUID, unknown': (i) => `urn:uuid:${i.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
  'web page, unknown': (i) => `https://example.cn/pages/news/item-${i}.html`,
};

function codesPerSecond(codes: readonly string[], read: (code: string) => unknown): number {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    for (const code of codes) read(code);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (round > 0) best = Math.max(best, codes.length / seconds);
  }
  return best;
}

const millions = (count: number): string => `${(count / 1e6).toFixed(2).padStart(7)} M/s`;

console.log(
  `${'best of 5 rounds'.padEnd(32)}${'canonical'.padStart(11)}${'classOf'.padStart(11)}${'readCode'.padStart(11)}`,
);
for (const [kind, make] of Object.entries(KINDS)) {
  // Joined and cut apart, the texts are flat strings as a parser gives them, not ropes of their parts.
  const codes = Array.from({ length: CODES }, (_, i) => make(i))
    .join('\n')
    .split('\n');
  const speeds = [canonical, classOf, readCode].map((read) => millions(codesPerSecond(codes, read)));
  console.log(kind.padEnd(32) + speeds.join(''));
}
