/** What a pack would find of an event that nobody has recorded yet, with all that is recorded by now. */
import type { EventFacts } from '@suyuan/epcis';
import { asksOf, judge, type PackFinding } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import type { PackInUse } from '../standards/index.ts';
import { readHistory, readingOnce } from './history.ts';
import { readKnown, readLicences } from './known.ts';
import { readOrganisations } from './store-organisations.ts';

export async function judgeAhead(
  program: Pick<Ctx, 'read'>,
  { pack: { loaded }, orgNo }: { readonly pack: PackInUse; readonly orgNo: number },
  facts: EventFacts,
): Promise<readonly PackFinding[]> {
  return program.read(async (tx) => {
    const org = (await readOrganisations(tx, [orgNo])).get(orgNo);
    if (org === undefined) return [];
    const known = await readKnown(tx, org, [facts]);
    const licences = await readLicences(tx, org, [facts]);
    const history = await readHistory(readingOnce(tx), asksOf(loaded, facts).history ? [facts] : []);
    const judged = judge(loaded, facts, {
      ...known(facts),
      ...licences(facts),
      // It counts as happened, as it will when it is recorded.
      history: (code) => [...history.of(code), facts].sort((a, b) => a.eventTimeMs - b.eventTimeMs),
      mayTell: (event) => event === facts || history.recordersOf(event).includes(orgNo),
    });
    return judged?.findings ?? [];
  });
}
