export { CHINA } from './china.ts';
export { type ClockUnit, type Due, type DueOptions, type Duration, dueOf, endsAtMoment, monthlyDue } from './due.ts';
export { dayOf, startOfDay } from './local-day.ts';
export type { Pause } from './pause.ts';
export type { WorkCalendar } from './work-calendar.ts';
export { isWorkday, type Workday } from './workday.ts';
