import { en } from './en/onboarding.ts';
import { zh } from './zh/onboarding.ts';

export const onboardingText = { zh, en };
