import { DownloadOutlined } from '@ant-design/icons';
import type { BranchSheetBody } from '@suyuan/api';
import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { branchesText } from '../../../i18n/branches.ts';
import { manageText } from '../../../i18n/manage.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AskDialog } from '../../../manage/ask-dialog.tsx';
import { keepFile } from '../../../manage/keep-file.ts';
import { OnceDialog } from '../../../manage/once-dialog.tsx';
import { useReturnFocus } from '../../../manage/use-return-focus.ts';
import { XLSX } from './sheet-file.ts';

interface SheetDoneProps {
  readonly made: BranchSheetBody;
  readonly onClose: () => void;
}

/** What was made; the links, where there are any, are given this once. */
export function SheetDone({ made: { made, sheet, wanted }, onClose }: SheetDoneProps): ReactNode {
  const say = useText(branchesText);
  const title = say('sheet.done', { count: made });
  if (sheet === undefined) return <DoneAlone title={title} onClose={onClose} />;
  return <LinksOnce title={title} sheet={sheet} count={wanted.invitations} onClose={onClose} />;
}

function DoneAlone({ title, onClose }: { title: string; onClose: () => void }): ReactNode {
  const say = useText(branchesText);
  const sayAll = useText(manageText);
  useReturnFocus();
  const close = (
    <Button type="primary" onClick={onClose}>
      {sayAll('close')}
    </Button>
  );
  return (
    <Modal open title={title} onCancel={onClose} footer={close}>
      <p>{say('sheet.done.alone')}</p>
    </Modal>
  );
}

interface LinksOnceProps {
  readonly title: string;
  /** In base64. */
  readonly sheet: string;
  readonly count: number;
  readonly onClose: () => void;
}

function LinksOnce({ title, sheet, count, onClose }: LinksOnceProps): ReactNode {
  const say = useText(branchesText);
  const [isKept, setKept] = useState(false);
  const [isAsking, setAsking] = useState(false);
  useLeaveAsked(!isKept);
  const keep = (): void => {
    const bytes = Uint8Array.from(atob(sheet), (one) => one.charCodeAt(0));
    keepFile(say('sheet.links.file'), new Blob([bytes], { type: XLSX }));
    setKept(true);
  };
  return (
    <>
      <OnceDialog
        title={title}
        warning={say('sheet.links.once')}
        isTaken={isKept}
        onClose={() => (isKept ? onClose() : setAsking(true))}
      >
        <div>
          <Button type={isKept ? 'default' : 'primary'} icon={<DownloadOutlined aria-hidden />} onClick={keep}>
            {say('sheet.links', { count })}
          </Button>
        </div>
        <p className="soft">{say('sheet.links.anew')}</p>
      </OnceDialog>
      {isAsking ? (
        <AskDialog
          title={say('sheet.links.leave')}
          doing={say('sheet.links.leave.do')}
          isGrave
          onDo={async () => onClose()}
          onClose={() => setAsking(false)}
        >
          <p>{say('sheet.links.leave.means')}</p>
        </AskDialog>
      ) : null}
    </>
  );
}

/** The browser asks before the page is left or loaded anew. */
function useLeaveAsked(isAsked: boolean): void {
  useEffect(() => {
    if (!isAsked) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isAsked]);
}
