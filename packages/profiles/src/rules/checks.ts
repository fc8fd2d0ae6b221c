/** The rules that data cannot say, by the ids under which packs point to them. */
import type { Checks } from '../judge/check.ts';
import { expiredInput } from './expired-input.ts';
import { failedInspection } from './failed-inspection.ts';

export const CHECKS: Checks = {
  'expired-input': expiredInput,
  'failed-inspection': failedInspection,
};
import { withinInterval } from './within-interval.ts';

export const CHECKS: Checks = { 'within-interval': withinInterval };
