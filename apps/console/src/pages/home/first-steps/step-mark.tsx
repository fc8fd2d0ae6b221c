import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import type { OnboardingStep } from '@suyuan/api/onboarding';
import type { ReactNode } from 'react';
import { onboardingText } from '../../../i18n/onboarding.ts';
import { useText } from '../../../i18n/use-text.ts';

interface StepMarkProps {
  readonly step: OnboardingStep;
  readonly isDone: boolean;
  readonly isNext: boolean;
}

/** One step, done or not. */
export function StepMark({ step, isDone, isNext }: StepMarkProps): ReactNode {
  const say = useText(onboardingText);
  const name = say(`step.${step}`);
  return (
    <li className={isDone ? 'done' : isNext ? 'next' : 'soft'} aria-current={isNext ? 'step' : undefined}>
      {isDone ? <CheckCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />} <span aria-hidden>{name}</span>
      <span className="unseen">{say(isDone ? 'done' : 'open', { step: name })}</span>
    </li>
  );
}
