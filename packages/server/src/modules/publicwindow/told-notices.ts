/** Which of the notices behind a verdict a person is told, and who gave them. Pure. */
import { readCode } from '@suyuan/codes';
import type { EventFacts } from '@suyuan/epcis';
import { possessorAfter, type Reason, type Verdict } from '../trace/index.ts';

/** Notices that a person is shown. */
const NOTICES_MAX = 3;

/** The notices that brought the verdict, each once, as the reasons that it brought. */
export function toldNotices({ verdict, because }: Verdict): readonly (readonly Reason[])[] {
  return eachOnce(because.filter((reason) => reason.verdict === verdict && reason.notice));
}

/** Likewise the claims: what those say who have no say in it. */
export function toldClaims({ claims }: Verdict): readonly (readonly Reason[])[] {
  return eachOnce(claims);
}

function eachOnce(reasons: readonly Reason[]): readonly (readonly Reason[])[] {
  const byNotice = Map.groupBy(
    reasons,
    ({ notice, as, through, names }) =>
      // Rows of items say their lots; which product or container is meant only the heading can say.
      `${notice?.event.id} ${notice?.word} ${as} ${through} ${through === 'class' || through === 'container' ? names : ''}`,
  );
  // What names a whole lot says more than what names some of its items.
  const widest = [...byNotice.values()].sort((a, b) => Number(isItem(a)) - Number(isItem(b)));
  return widest.slice(0, NOTICES_MAX);
}

function isItem([reason]: readonly Reason[]): boolean {
  return reason !== undefined && readCode(reason.names).parts.serial !== undefined;
}

/**
 * Who gave a notice, in the order of what is told: whoever the event names as having the goods, else where it was.
 * Undefined where the event says neither, as a notice that an office gives may.
 */
export function issuerCode(facts: EventFacts): string | undefined {
  return possessorAfter(facts) ?? facts.bizLocation ?? facts.readPoint;
}
