/** The page on which a first step is done. Pure. */
import type { Onboarding, OnboardingStep } from '@suyuan/api/onboarding';
import { newSheetPage, sheetPage } from '../../record/path.ts';

export function whereNext(step: OnboardingStep, { first, recorded }: Onboarding): string {
  switch (step) {
    case 'categories':
      return '/organisation';
    case 'record':
      return first === undefined ? '/record' : newSheetPage(first);
    case 'label':
      return recorded?.unit === undefined ? '/labels' : sheetPage(recorded.sheet);
    case 'trace':
      return recorded?.unit === undefined ? '/trace' : `/trace?${new URLSearchParams({ code: recorded.unit })}`;
  }
}
