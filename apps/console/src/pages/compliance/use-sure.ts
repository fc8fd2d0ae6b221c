import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';

/** `CONFIDENCES` of `@suyuan/profiles`. */
const CONFIDENCES = ['A', 'B', 'C', 'V', 'unverified'] as const;

/** How sure it is that the law says so, in words. */
export function useSure(): (confidence: string) => string {
  const say = useText(complianceText);
  return (confidence) => {
    const known = CONFIDENCES.find((each) => each === confidence);
    return known === undefined ? confidence : say(`sure.${known}`);
  };
}
