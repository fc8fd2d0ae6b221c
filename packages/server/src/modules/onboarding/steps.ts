/** Which of the first steps are done, and which comes next. Pure. */
import { ONBOARDING_STEPS, type Onboarding, type OnboardingMark } from '@suyuan/api/onboarding';

/** Whoever has recorded more than this knows the way. */
export const FEW = 3;

export interface Known {
  readonly hasCategories: boolean;
  /** The stages that the organisation may record, pack by pack. */
  readonly packs: readonly Pack[];
  /** Sheets that were recorded, counted no further than one above {@link FEW}. */
  readonly sheets: number;
  /** Events that came by no sheet: by a program, from a file. */
  readonly hasOtherEvents: boolean;
  readonly marks: ReadonlySet<OnboardingMark>;
  readonly recorded?: Onboarding['recorded'];
}

type First = NonNullable<Onboarding['first']>;

interface Pack {
  readonly pack: string;
  /** With which stage most begin. */
  readonly first?: string | undefined;
  readonly stages: readonly Pick<First, 'stage' | 'name'>[];
}

export function onboardingOf({ packs, marks, recorded, ...known }: Known): Onboarding {
  const isDone = {
    categories: packs.length > 0,
    record: known.sheets > 0,
    label: marks.has('label'),
    trace: marks.has('trace'),
  };
  const steps = ONBOARDING_STEPS.map((step) => ({ step, isDone: isDone[step] }));
  const next = steps.find((step) => !step.isDone)?.step;
  // What a pack is missing for cannot be recorded by a form: there is nothing to lead to.
  const isLost = packs.length === 0 && known.hasCategories;
  const isOld = known.sheets > FEW || known.hasOtherEvents;
  const first = firstOf(packs);
  return {
    isOffered: next !== undefined && !isLost && !isOld,
    isHidden: marks.has('hidden'),
    steps,
    ...(next === undefined ? {} : { next }),
    ...(first === undefined ? {} : { first }),
    ...(recorded === undefined ? {} : { recorded }),
  };
}

function firstOf(packs: readonly Pack[]): First | undefined {
  const usual = packs.find(({ first }) => first !== undefined) ?? packs[0];
  const stage = usual?.stages.find(({ stage }) => stage === usual.first) ?? usual?.stages[0];
  return usual === undefined || stage === undefined ? undefined : { pack: usual.pack, ...stage };
}
