import { DownloadOutlined } from '@ant-design/icons';
import type { FilingBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../../api.ts';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AskDialog } from '../../../manage/ask-dialog.tsx';
import { useMay } from '../../../manage/use-may.ts';
import { NoteReceipt } from './note-receipt.tsx';
import { FILINGS_PATH, filedPath, kindPage, kindPath } from './path.ts';

/** The file, and while no receipt is noted: to note it, or to take the filing back. */
export function FiledActions({ filing }: { filing: FilingBody }): ReactNode {
  const say = useText(filingsText);
  const mayAnswer = useMay('capture') && filing.receipt === null;
  const [open, setOpen] = useState<'note' | 'takeBack'>();
  const close = (): void => setOpen(undefined);
  return (
    <div className="filed-actions">
      {/* The browser writes it to the disk as it comes. */}
      <Button
        type="primary"
        icon={<DownloadOutlined aria-hidden />}
        href={`${filedPath(filing.id)}/file`}
        download={`suyuan-${filing.pack}-${filing.filing}-${filing.id.slice(0, 8)}.${filing.format}`}
      >
        {say('download')}
      </Button>
      {mayAnswer ? (
        <>
          <Button onClick={() => setOpen('note')}>{say('note')}</Button>
          <Button danger onClick={() => setOpen('takeBack')}>
            {say('takeBack')}
          </Button>
        </>
      ) : null}
      {open === 'note' ? <NoteReceipt filing={filing} onClose={close} /> : null}
      {open === 'takeBack' ? <TakeBack filing={filing} onClose={close} /> : null}
    </div>
  );
}

function TakeBack({ filing, onClose }: { filing: FilingBody; onClose: () => void }): ReactNode {
  const say = useText(filingsText);
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = filedPath(filing.id);
  const onDone = async (): Promise<void> => {
    // Off the page first, which would ask for what is no more.
    await navigate(kindPage(filing), { replace: true });
    queries.removeQueries({ queryKey: [path] });
    void queries.invalidateQueries({ queryKey: [FILINGS_PATH] });
    void queries.invalidateQueries({ queryKey: [kindPath(filing)] });
  };
  return (
    <AskDialog
      title={say('takeBack.title')}
      doing={say('takeBack')}
      isGrave
      onDo={() => api.send('DELETE', path)}
      onDone={() => void onDone()}
      onClose={onClose}
    >
      <p>{say('takeBack.text')}</p>
    </AskDialog>
  );
}
