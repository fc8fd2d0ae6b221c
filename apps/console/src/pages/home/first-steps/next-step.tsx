import type { Onboarding, OnboardingStep } from '@suyuan/api/onboarding';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { onboardingText } from '../../../i18n/onboarding.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useMay } from '../../../manage/use-may.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { whereNext } from './where-next.ts';

/** What comes next in a sentence, and the way to it. */
export function NextStep({ step, told }: { step: OnboardingStep; told: Onboarding }): ReactNode {
  const say = useText(onboardingText);
  const [{ language }] = useSettings();
  const mayManage = useMay('manage');
  if (step === 'categories' && !mayManage) return <p>{say('next.categories.ask')}</p>;
  const stage = told.first?.name[language] ?? '';
  return (
    <>
      <p>{say(`next.${step}`, { stage })}</p>
      <p className="ways">
        <Link to={whereNext(step, told)}>
          <Button type="primary" size="large" tabIndex={-1}>
            {say(`do.${step}`, { stage })}
          </Button>
        </Link>
        {step === 'record' ? <Link to="/record">{say('do.record.other')}</Link> : null}
      </p>
    </>
  );
}
