/** What a calendar of working days is made of. Days are YYYY-MM-DD. */

/** A: the words of the notice or law were read; B: two sources agree; C: one source, or a reckoning. */
export type Confidence = 'A' | 'B' | 'C';

/** One year as the State Council's yearly notice arranges it. It may name days of the December before, too. */
export interface WorkYear {
  readonly year: number;
  readonly notice: { readonly title: string; readonly number: string; readonly issuedOn: string };
  readonly confidence: Confidence;
  /** Days off, both ends with them, weekends within them too. */
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Saturdays and Sundays that are worked instead (调休). */
  readonly work: readonly string[];
}

/** A day that is not the same in every year of our calendar. */
export type MovingFeast = 'new-year' | 'qingming' | 'dragon-boat' | 'mid-autumn';

/** `solar`: on the day `on`, MM-DD. `new-year-eve`: the day before the first of the first lunar month. */
export type Holiday =
  | { readonly name: string; readonly feast: 'solar'; readonly on: string; readonly days: number }
  | { readonly name: string; readonly feast: MovingFeast | 'new-year-eve'; readonly days: number };

/** The days off that the law itself gives, before any notice arranges them. */
export interface HolidayLaw {
  readonly sinceYear: number;
  readonly title: string;
  readonly number: string;
  readonly clause: string;
  readonly confidence: Confidence;
  readonly holidays: readonly Holiday[];
}

/** When the moving feasts of a year are, MM-DD. */
export type FeastYear = Readonly<Record<MovingFeast, string>> & {
  readonly year: number;
  readonly confidence: Confidence;
};

/** Of a year without a notice, the newest law then in force holds; of one before every law, the oldest. */
export interface WorkCalendar {
  readonly years: readonly WorkYear[];
  readonly laws: readonly HolidayLaw[];
  readonly feasts: readonly FeastYear[];
}
