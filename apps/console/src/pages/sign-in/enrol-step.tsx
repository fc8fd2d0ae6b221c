import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { factorText } from '../../i18n/factor.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Session } from '../../session.ts';
import { RecoveryCodes } from '../factor/recovery-codes.tsx';
import { SetUpFactor } from '../factor/set-up-factor.tsx';

/** A second factor has to be set up before anything else. */
export function EnrolStep({ onDone }: { onDone: (session: Session) => void }): ReactNode {
  const say = useText(factorText);
  const api = useApi();
  const [codes, setCodes] = useState<readonly string[]>();
  const goOn = async (): Promise<void> => onDone(await api.get<Session>('/v1/session'));
  if (codes !== undefined) {
    return (
      <>
        <h1>{say('codes.title')}</h1>
        <RecoveryCodes codes={codes} onKept={() => void goOn()} />
      </>
    );
  }
  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('enrol')}</p>
      <SetUpFactor onDone={setCodes} />
    </>
  );
}
