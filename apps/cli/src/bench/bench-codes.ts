/**
 * How many codes a second `canonical` and its companions read, on one core. Each line is one kind of code, 50,000
 * different ones, so that nothing gains from meeting the same text again; beside it, what `new URL` takes to parse the
 * same texts (for those that are URIs), which is the least that a general parser does.
 */
import { canonical, classOf, detect, gs1CheckDigit, readCode } from '@suyuan/codes';
import type { Output } from '../output.ts';

const CODES = 50_000;
const ROUNDS = 6; // the first one warms the compiler up and is not counted
const DETECTED = 5_000; // detection weighs everything; fewer do

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
  'EPC URN, SGLN': (i) => `urn:epc:id:sgln:6901234.${String(i % 100_000).padStart(5, '0')}.A${i}`,
  'UUID, unknown': (i) => `urn:uuid:${i.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
  'web page, unknown': (i) => `https://example.cn/pages/news/item-${i}.html`,
  'element string': (i) => `(01)${gtin(i)}(21)S${i}`,
  'bare GTIN': (i) => gtin(i),
  'drug code': (i) => `8123456${String(i).padStart(13, '0')}`,
  'named scheme': (i) => `cn-gas-cylinder:A${i}`,
};

/** Calls a second of processor time, so that a busy machine tells the same; the best of some rounds. */
function perSecond(codes: readonly string[], read: (code: string) => unknown): number {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    for (const code of codes) read(code);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    if (round > 0) best = Math.max(best, codes.length / seconds);
  }
  return best;
}

export function benchCodes(output: Output): void {
  for (const [kind, make] of Object.entries(KINDS)) {
    // Joined and cut apart, the texts are flat strings as a parser gives them, not ropes of their parts.
    const codes = Array.from({ length: CODES }, (_, i) => make(i))
      .join('\n')
      .split('\n');
    const speeds = {
      canonical: perSecond(codes, canonical),
      classOf: perSecond(codes, classOf),
      readCode: perSecond(codes.slice(0, DETECTED), readCode),
      detect: perSecond(codes.slice(0, DETECTED), detect),
    };
    const isUri = URL.canParse(codes[0] ?? '');
    const reference = isUri ? perSecond(codes, (code) => new URL(code)) : undefined;
    const ratio = reference === undefined ? undefined : Number((speeds.canonical / reference).toFixed(2));
    const parts = Object.entries(speeds).map(([name, speed]) => `${name} ${millions(speed)}`);
    const beside = reference === undefined ? '' : `, new URL ${millions(reference)}, ratio ${ratio}`;
    output.line(`codes/s: ${kind.padEnd(31)} ${parts.join(', ')}${beside}`, {
      bench: 'codes',
      kind,
      ...speeds,
      reference,
      ratio,
    });
  }
}

const millions = (count: number): string => `${(count / 1e6).toFixed(2)} M`;
