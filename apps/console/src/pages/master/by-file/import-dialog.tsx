import type { EntryKind, SaidBody } from '@suyuan/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Modal, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { ApiProblem, useApi } from '../../../api.ts';
import { manageText } from '../../../i18n/manage.ts';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useReturnFocus } from '../../../manage/use-return-focus.ts';
import { csvPath, ENTRIES_PATH, UNKNOWN_PATH } from '../path.ts';
import { Refused } from '../refused.tsx';
import { ChooseFile } from './choose-file.tsx';
import type { ChosenFile } from './csv-file.ts';
import { TemplateRow } from './template-row.tsx';

/** The template of a kind, the file that was filled in, and what became of it: all of it, or nothing. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(masterText);
  const sayAll = useText(manageText);
  const [kind, setKind] = useState<EntryKind>('product');
  const [file, setFile] = useState<ChosenFile>();
  const adding = useAdd(kind);
  useReturnFocus();
  const { data: said, error, isPending } = adding;
  const isUnanswered = error instanceof ApiProblem && error.status === 0;
  return (
    <Modal
      open
      width={640}
      title={say('file.title')}
      okText={say('file.do')}
      cancelText={sayAll(said === undefined ? 'cancel' : 'close')}
      okButtonProps={{ disabled: file === undefined, loading: isPending }}
      mask={{ closable: false }}
      onOk={() => file !== undefined && adding.mutate(file)}
      onCancel={onClose}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          <CancelBtn />
          {said === undefined ? <OkBtn /> : null}
        </>
      )}
    >
      <div className="dialog-body">
        <h2 className="step">{say('file.step.kind')}</h2>
        <TemplateRow
          kind={kind}
          onKind={(chosen) => {
            setKind(chosen);
            adding.reset();
          }}
        />
        <h2 className="step">{say('file.step.choose')}</h2>
        <ChooseFile
          chosen={file?.name}
          onChoose={(chosen) => {
            setFile(chosen);
            adding.reset();
          }}
        />
        <p className="soft">{say('file.whole')}</p>
        <div role="status" className="outcome">
          {isPending ? (
            <p className="soft">
              <Spin size="small" aria-hidden /> {say('file.doing')}
            </p>
          ) : null}
          {said === undefined ? null : <Done said={said} />}
        </div>
        <Refused error={error} />
        {isUnanswered ? <Alert type="warning" showIcon title={say('file.unanswered')} /> : null}
      </div>
    </Modal>
  );
}

function useAdd(kind: EntryKind) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ content }: ChosenFile) => api.sendFile<SaidBody>(csvPath(kind), content),
    // Also where no answer came: it may have been done all the same.
    onSettled: () =>
      Promise.all([ENTRIES_PATH, UNKNOWN_PATH].map((path) => queries.invalidateQueries({ queryKey: [path] }))),
  });
}

function Done({ said: { stored, unchanged } }: { said: SaidBody }): ReactNode {
  const say = useText(masterText);
  const lines = [
    say('file.done.stored', { count: stored }),
    ...(unchanged === 0 ? [] : [say('file.done.unchanged', { count: unchanged })]),
  ];
  return <Alert type="success" showIcon title={say('file.done')} description={lines.join(say('comma'))} />;
}
