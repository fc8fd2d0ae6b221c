import type { ProposedPack } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { packsText } from '../../i18n/packs.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { useReturnFocus } from '../../manage/use-return-focus.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { Changes } from './changes.tsx';
import type { PackVersion } from './pack-versions.ts';
import { PACKS_PATH, packPath } from './path.ts';

/** Shows what a version says otherwise than the one under it. */
export function DifferencesButton({ row }: { row: PackVersion }): ReactNode {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  const [isOpen, setOpen] = useState(false);
  const title = say('differences.of', { name: row.name?.[language] ?? row.id, version: row.version });
  return (
    <>
      <Button size="small" aria-label={title} onClick={() => setOpen(true)}>
        {say('differences')}
      </Button>
      {isOpen ? <DifferencesDialog row={row} title={title} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface DifferencesDialogProps {
  readonly row: PackVersion;
  readonly title: string;
  readonly onClose: () => void;
}

function DifferencesDialog({ row: { id, version }, title, onClose }: DifferencesDialogProps): ReactNode {
  const say = useText(packsText);
  const sayAll = useText(manageText);
  const api = useApi();
  const query = useQuery({
    queryKey: [PACKS_PATH, 'differences', id, version],
    queryFn: () => api.get<ProposedPack>(`${packPath(id, version)}/differences`),
  });
  useReturnFocus();
  return (
    <Modal
      open
      width={640}
      title={title}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{sayAll('close')}</Button>}
    >
      <div className="dialog-body">
        <Loaded query={query}>
          {(pack) => (pack.before === undefined ? <p>{say('differences.first')}</p> : <Changes pack={pack} />)}
        </Loaded>
      </div>
    </Modal>
  );
}
