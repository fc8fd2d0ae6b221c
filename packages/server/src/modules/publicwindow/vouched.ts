/** Which papers of a code are told: those that somebody recorded who has a say in it. */
import type { Tx } from '../../platform/db/index.ts';
import { readAuthorities } from '../disclosure/index.ts';
import type { ReadEvent } from '../events/index.ts';
import { askedOf, sayOf } from '../trace/index.ts';
import { isMaking } from './making.ts';
import { hasPapers } from './papers-said.ts';

/**
 * Row ids of events with papers that the holder of the code, whoever had the goods, a laboratory or a regulator recorded, as of notices
 * (trace semantics, What a person who scans is told); anybody's where nobody is known to have a say.
 * @param own as they were recorded, whatever the public may see of them
 */
export async function vouchedOf(
  tx: Tx,
  { own, start }: { readonly own: readonly ReadEvent[]; readonly start: readonly string[] },
): Promise<ReadonlySet<string>> {
  const events = own.filter(({ declaredInError, isDeclaration }) => !declaredInError && !isDeclaration);
  const papers = events.filter(hasPapers);
  if (papers.length === 0) return new Set();
  const isOf = (code: string): boolean => start.includes(code);
  // A paper by itself gives nobody the goods; the making is one that may bring its own.
  const [first] = events.filter(({ facts }) => isMaking(facts)).sort((a, b) => a.position - b.position);
  const history = events.filter((event) => event === first || !hasPapers(event));
  const histories = start.map((code) => ({ code, events: history, isOf }));
  const whose = await readAuthorities(tx, askedOf(histories, papers));
  const isClaim = (event: ReadEvent): boolean => histories.every((history) => sayOf(event, history, whose) === 'claim');
  return new Set(papers.filter((event) => !isClaim(event)).map(({ id }) => id));
}
