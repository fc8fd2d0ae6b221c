import type { ProposedPack } from '@suyuan/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../../api.ts';
import { manageText } from '../../../i18n/manage.ts';
import { packsText } from '../../../i18n/packs.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useReturnFocus } from '../../../manage/use-return-focus.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { CHECK_PATH, PACKS_PATH } from '../path.ts';
import { ChoosePack } from './choose-pack.tsx';
import { Faults } from './faults.tsx';
import type { ChosenPack } from './pack-file.ts';
import { Proposal } from './proposal.tsx';

/** A file is chosen, and checked; what it would change is seen before it is put in force. */
export function AddDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(packsText);
  const sayAll = useText(manageText);
  const api = useApi();
  const [file, setFile] = useState<ChosenPack>();
  const checking = useMutation({
    mutationFn: ({ content }: ChosenPack) => api.send<ProposedPack>('POST', CHECK_PATH, content),
  });
  const adding = useAdd(onClose);
  useReturnFocus();
  const choose = (chosen: ChosenPack | undefined): void => {
    setFile(chosen);
    adding.reset();
    checking.reset();
    if (chosen !== undefined) checking.mutate(chosen);
  };
  const proposed = checking.data;
  return (
    <Modal
      open
      width={640}
      title={say('add.title')}
      okText={say('add.do')}
      cancelText={sayAll('cancel')}
      okButtonProps={{ disabled: file === undefined || proposed === undefined, loading: adding.isPending }}
      mask={{ closable: false }}
      onOk={() => file !== undefined && adding.mutate(file)}
      onCancel={onClose}
    >
      <div className="dialog-body">
        <ChoosePack chosen={file?.name} onChoose={choose} />
        <div role="status" className="outcome">
          {checking.isPending ? (
            <p className="soft">
              <Spin size="small" aria-hidden /> {say('checking')}
            </p>
          ) : null}
        </div>
        <Faults error={checking.error ?? adding.error} />
        {proposed === undefined ? null : <Proposal pack={proposed} />}
      </div>
    </Modal>
  );
}

function useAdd(onDone: () => void) {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  const api = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ content }: ChosenPack) => api.send<ProposedPack>('POST', PACKS_PATH, content),
    onSuccess: ({ name, version }) => {
      onDone();
      void message.success(say('add.done', { name: name[language], version }));
    },
    // Also where no answer came: it may have been done all the same.
    onSettled: () =>
      Promise.all([PACKS_PATH, 'packs'].map((first) => queries.invalidateQueries({ queryKey: [first] }))),
  });
}
