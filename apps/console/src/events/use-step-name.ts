import { stepsText } from '../i18n/steps.ts';
import { useText } from '../i18n/use-text.ts';

type Step = keyof typeof stepsText.zh;

/** A hook that names a step for a person; one that is nobody's but its maker's stands as it is. */
export function useStepName(): (step: string) => string {
  const say = useText(stepsText);
  return (step) => (isKnown(step) ? say(step) : step);
}

const isKnown = (step: string): step is Step => Object.hasOwn(stepsText.zh, step);
