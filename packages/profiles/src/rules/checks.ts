/** The rules that data cannot say, by the ids under which packs point to them. */
import type { Checks } from '../judge/check.ts';
import { expiredInput } from './expired-input.ts';
import { failedInspection } from './failed-inspection.ts';
import { inspectionInDate } from './inspection-in-date.ts';
import { mayBeFilled } from './may-be-filled.ts';
import { notAltered } from './not-altered.ts';
import { notScrapped } from './not-scrapped.ts';
import { withinInterval } from './within-interval.ts';

export const CHECKS: Checks = {
  'expired-input': expiredInput,
  'failed-inspection': failedInspection,
  'inspection-in-date': inspectionInDate,
  'may-be-filled': mayBeFilled,
  'not-altered': notAltered,
  'not-scrapped': notScrapped,
  'within-interval': withinInterval,
};

/** Ids that a pack may point to. */
export const KNOWN_CHECKS: ReadonlySet<string> = new Set(Object.keys(CHECKS));
