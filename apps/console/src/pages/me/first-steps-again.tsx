import { Button } from 'antd';
import type { ReactNode } from 'react';
import { onboardingText } from '../../i18n/onboarding.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { useHideSteps, useOnboarding } from '../../onboarding/use-onboarding.ts';
import { ProblemAlert } from '../problem-alert.tsx';

/** Where a person did not want to be led, and could be: the way back. */
export function FirstStepsAgain(): ReactNode {
  const say = useText(onboardingText);
  const { data: told } = useOnboarding();
  const hiding = useHideSteps();
  if (told === undefined || !told.isOffered || !told.isHidden) return null;
  return (
    <Section title={say('me.title')}>
      <p>{say('me.text')}</p>
      <ProblemAlert error={hiding.error} />
      <Button loading={hiding.isPending} onClick={() => hiding.mutate(false)}>
        {say('me.show')}
      </Button>
    </Section>
  );
}
