/** Whole days in China, as bounds of row ids, which begin with the time of the event. */
import { startOfDay } from '@suyuan/profiles';
import { rowIdFloor } from '../events/index.ts';

const DAY_MS = 86_400_000;

export const firstRowOf = (day: string): string => rowIdFloor(startOfDay(day));

export const firstRowAfter = (day: string): string => rowIdFloor(startOfDay(day) + DAY_MS);
