/**
 * The facts of an event as bytes: what is kept beside an event, so that nobody has to parse it again.
 *
 * A version, the members in a fixed order, a checksum over both. Small where events are alike: flags for what is
 * stated, terms by number, numbers and times as few bytes as they need, every code as what it has beyond the one before.
 * The layout is in `facts-layout.ts`, the numbers in `facts-numbers.ts`; neither may change what stands for what, and
 * `vectors/facts` holds them to it. Equal facts give equal bytes.
 */
import { crc32 } from './crc32.ts';
import { FactsIn } from './facts-in.ts';
import { BrokenFacts, CHECKSUM_BYTES, FORMAT_VERSION } from './facts-layout.ts';
import { FactsOut } from './facts-out.ts';
import { takeFacts } from './facts-reading.ts';
import { putFacts } from './facts-writing.ts';
import type { EventFacts } from './model.ts';
import { TextMemory } from './text-memory.ts';

export { BrokenFacts } from './facts-layout.ts';

// Both are cleared at the start of each call, which runs to its end before another can begin.
const OUT = new FactsOut();
const MEMORIES: readonly [TextMemory, TextMemory] = [new TextMemory(), new TextMemory()];

/**
 * The facts of an event as bytes.
 * @throws BrokenFacts for facts that `eventFacts` never gives: half a surrogate pair, values nested deeper than 64
 *   levels, a time that is no whole number, more than 64 MiB of texts
 */
export function writeFacts(facts: EventFacts): Uint8Array {
  OUT.start();
  OUT.byte(FORMAT_VERSION);
  putFacts(OUT, facts);
  return OUT.end();
}

/**
 * The facts that were written. A member that was not stated is absent; the members of objects are in the order of their
 * names.
 * @throws BrokenFacts for bytes that `writeFacts` did not give or that were changed since, and for a later version
 */
export function readFacts(bytes: Uint8Array): EventFacts {
  const end = bytes.length - CHECKSUM_BYTES;
  if (bytes[0] !== FORMAT_VERSION) throw new BrokenFacts(`version ${bytes[0]}, where ${FORMAT_VERSION} is known`);
  if (end < 1 || crc32(bytes, end) !== checksumAt(bytes, end)) throw new BrokenFacts('the checksum is another');
  const from = new FactsIn(bytes, [1, end], MEMORIES);
  const facts = takeFacts(from);
  if (!from.isAtEnd) throw new BrokenFacts('something stands behind them');
  return facts;
}

function checksumAt(bytes: Uint8Array, at: number): number {
  const byte = (n: number): number => bytes[at + n] ?? 0;
  return (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)) >>> 0;
}
