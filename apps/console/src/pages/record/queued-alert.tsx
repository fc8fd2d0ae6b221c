import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { offlineText } from '../../i18n/offline.ts';
import { useText } from '../../i18n/use-text.ts';
import type { RecordCommand } from '../../offline/command.ts';

/** That a sheet waits for a line, or why it was not recorded. */
export function QueuedAlert({ command: { stopped } }: { command: RecordCommand }): ReactNode {
  const say = useText(offlineText);
  if (stopped === undefined)
    return <Alert type="info" showIcon title={say('held.title')} description={say('held.text')} />;
  return <Alert type="warning" showIcon title={say(`stop.${stopped.why}`, { title: stopped.title })} />;
}
