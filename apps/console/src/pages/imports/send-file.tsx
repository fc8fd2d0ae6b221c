import { Alert, Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { ChooseRecords } from './choose-records.tsx';
import type { OfStage } from './path.ts';
import { UnreadFile } from './send-records.ts';
import { useSending } from './use-sending.ts';

/** A file of a stage is chosen and sent; what was sent of it before is not sent again. */
export function SendFile({ of: { pack, stage } }: { of: OfStage }): ReactNode {
  const say = useText(importsText);
  const { sending, share, isWaiting } = useSending();
  const { variables, error, isPending } = sending;
  if (isPending) {
    const name = say('sending', { name: variables.file.name });
    return (
      <div className="outcome" role="status">
        <p>{name}</p>
        <Progress percent={Math.floor(share * 100)} aria-label={name} />
        {isWaiting ? <Alert type="warning" showIcon title={say('sending.waiting')} /> : null}
        <p className="soft">{say('sending.stay')}</p>
      </div>
    );
  }
  return (
    <div className="outcome">
      <ChooseRecords onChoose={(file) => sending.mutate({ file, pack, stage })} />
      {error instanceof UnreadFile ? (
        <Alert type="error" showIcon title={say('file.unread')} />
      ) : (
        <ProblemAlert error={error} />
      )}
      {error === null || variables === undefined ? null : (
        <div>
          <Button onClick={() => sending.mutate(variables)}>
            {say('sending.again', { name: variables.file.name })}
          </Button>
        </div>
      )}
    </div>
  );
}
