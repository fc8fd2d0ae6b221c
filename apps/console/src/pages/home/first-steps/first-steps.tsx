import { Button } from 'antd';
import type { ReactNode } from 'react';
import { onboardingText } from '../../../i18n/onboarding.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Section } from '../../../manage/section.tsx';
import { useHideSteps, useOnboarding } from '../../../onboarding/use-onboarding.ts';
import { DemonstrationLink } from '../../demonstration/demonstration-link.tsx';
import { ProblemAlert } from '../../problem-alert.tsx';
import './first-steps.css';
import { NextStep } from './next-step.tsx';
import { StepMark } from './step-mark.tsx';

/** What comes first, for whoever has recorded nothing yet; gone when all is done, or when the person wants it gone. */
export function FirstSteps(): ReactNode {
  const say = useText(onboardingText);
  const { data: told } = useOnboarding();
  const hiding = useHideSteps();
  if (told === undefined || !told.isOffered || told.isHidden || told.next === undefined) return null;
  const { steps, next } = told;
  return (
    <div className="first-steps">
      <Section
        title={say('title')}
        tools={
          <Button type="text" loading={hiding.isPending} onClick={() => hiding.mutate(true)}>
            {say('hide')}
          </Button>
        }
      >
        <p className="soft">{say('lead')}</p>
        <ol>
          {steps.map(({ step, isDone }) => (
            <StepMark key={step} step={step} isDone={isDone} isNext={step === next} />
          ))}
        </ol>
        <ProblemAlert error={hiding.error} />
        <NextStep step={next} told={told} />
        <DemonstrationLink />
      </Section>
    </div>
  );
}
