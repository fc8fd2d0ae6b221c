import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { homeText } from '../../i18n/home.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Session } from '../../session.ts';

const STANDINGS = ['pending', 'suspended', 'merged', 'closed'] as const;

/** Where the organisation is not at work: what that means, and what helps. */
export function StandingAlert({ organisation }: { organisation: Session['organisation'] }): ReactNode {
  const say = useText(homeText);
  const standing = STANDINGS.find((each) => each === organisation?.status);
  if (standing === undefined) return null;
  return (
    <Alert type="warning" showIcon title={say(`standing.${standing}`)} description={say(`standing.${standing}.what`)} />
  );
}
