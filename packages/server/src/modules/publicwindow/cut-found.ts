/** What was found of a code, as far as the public may see it. */
import { cutFacts, type Look, type Sight } from '../disclosure/index.ts';
import type { ReadEvent } from '../events/index.ts';
import type { Reason, Verdict } from '../trace/index.ts';

interface Found {
  readonly own: readonly ReadEvent[];
  readonly items: readonly ReadEvent[];
  readonly verdict: Verdict;
}

/** The verdict stays what it is; of the events behind it the facts that are open are left. */
export async function cutFound({ own, items, verdict }: Found, look: Look): Promise<Found> {
  const said = [...verdict.because, ...verdict.claims];
  const notices = said.flatMap(({ notice }) => (notice === undefined ? [] : [notice.event]));
  // One unit that stands for all: to the public it does not matter what hangs together.
  const sight = await look.at({ units: new Map([['', [...own, ...items, ...notices]]]), ties: [] });
  return {
    own: own.map((event) => cut(event, sight)),
    items: items.map((event) => cut(event, sight)),
    verdict: {
      ...verdict,
      because: verdict.because.map((reason) => cutReason(reason, sight)),
      claims: verdict.claims.map((reason) => cutReason(reason, sight)),
    },
  };
}

function cutReason({ notice, ...reason }: Reason, sight: Sight): Reason {
  return notice === undefined ? reason : { ...reason, notice: { ...notice, event: cut(notice.event, sight) } };
}

function cut(event: ReadEvent, sight: Sight): ReadEvent {
  const { id, position, block, declaredInError, isDisputed, isDeclaration, recordedBy } = event;
  const said = { id, position, block, declaredInError, isDisputed, isDeclaration, recordedBy };
  return { ...said, facts: cutFacts(event, sight), eventID: sight.nameOf(event) };
}
