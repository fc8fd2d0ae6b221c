/** 特种设备安全法 §32: what is scrapped is not used. Its code is not given to anything else, so scrapping is for good. */
import type { Check } from '../judge/check.ts';
import { isScrapped, pastOf, singleUnits } from './unit-past.ts';

/** Nothing recorded of a unit is no scrapping: whoever scraps records it. */
export const notScrapped: Check = (asked) =>
  singleUnits(asked).flatMap(({ code }) => (isScrapped(pastOf(asked, code)) ? [{ unit: code }] : []));
