import type { BackupState } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { backupText } from '../../i18n/backup.ts';
import { useText } from '../../i18n/use-text.ts';
import { CopyLine } from '../../manage/copy-line.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { MakeBackup } from './make-backup.tsx';
import { useBackup } from './use-backup.ts';

/** All data as one encrypted file, for whoever runs the installation. */
export function BackupPage(): ReactNode {
  const say = useText(backupText);
  return (
    <OnlyFor right="operate">
      <PageHead title={say('title')} lead={say('lead')} />
      <Backup />
    </OnlyFor>
  );
}

function Backup(): ReactNode {
  const say = useText(backupText);
  return (
    <Loaded query={useBackup({ isAsked: true })}>
      {({ isOffered, lastAt }: BackupState) =>
        isOffered ? (
          <>
            <Section title={say('make')}>
              <p className="soft">
                {lastAt === null ? (
                  say('last.never')
                ) : (
                  <>
                    {say('last')}
                    <Moment at={lastAt} />
                  </>
                )}
              </p>
              <MakeBackup />
            </Section>
            <Section title={say('restore')}>
              <p>{say('restore.text')}</p>
              <CopyLine
                label={say('restore.command')}
                text="SUYUAN_DATA=./restored npm run -s suyuan -- restore FILE"
              />
            </Section>
          </>
        ) : (
          <Alert type="info" showIcon title={say('named')} />
        )
      }
    </Loaded>
  );
}
