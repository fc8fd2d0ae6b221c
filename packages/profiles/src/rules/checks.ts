/** The rules that data cannot say, by the ids under which packs point to them. */
import type { Checks } from '../judge/check.ts';

export const CHECKS: Checks = {};
