export {
  CHINA,
  type ClockUnit,
  type Due,
  type DueOptions,
  type Duration,
  dayOf,
  dueOf,
  endsAtMoment,
  isWorkday,
  monthlyDue,
  type Pause,
  startOfDay,
  type WorkCalendar,
  type Workday,
} from './clock/index.ts';
export type { ElementValue, ElementValues } from './expression.ts';
export type { Sheet, SheetFault, SheetUnit } from './form/sheet.ts';
export { sheetEvent } from './form/sheet-event.ts';
export { type FormField, type StageForm, stageForm } from './form/stage-form.ts';
export type { Asked, Breach, Check, Checks, HeldLicence, Known } from './judge/check.ts';
export { type ClockRun, clockRuns } from './judge/clock-runs.ts';
export { type KnownOf, lastPart } from './judge/element-values.ts';
export { type Asks, asksOf, type Judged, judge, refusalsOf, valuesOf } from './judge/judge.ts';
export { basisOf, type PackFinding } from './judge/judging.ts';
export { keepUntil } from './judge/keep-until.ts';
export { type LoadedPack, loadPack, stagesOfClock } from './judge/loaded-pack.ts';
export { type ContentsOf, type Movement, movementsOf } from './judge/movements.ts';
export { holdsAt, marksHeld, type Told, toldOf } from './judge/told.ts';
export { conditionWords } from './pack/condition-words.ts';
export { differencesOf, type PackDifference } from './pack/differences.ts';
export type { PackFault } from './pack/fault.ts';
export { itemsOf, KIND_NAMES, KINDS } from './pack/items.ts';
export { ELEMENT_TYPES, type Pack, type PackBalance, PackSchema } from './pack/pack.ts';
export { CONFIDENCES, type Confidence, type Dated } from './pack/parts.ts';
export { type ReadPack, readPack } from './pack/read-pack.ts';
export { turnsBetween } from './pack/turns.ts';
export { PACKS } from './packs.ts';
export { CHECKS, KNOWN_CHECKS } from './rules/checks.ts';
