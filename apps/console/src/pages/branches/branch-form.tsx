import type { BranchBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { branchesText } from '../../i18n/branches.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { KindField } from '../../manage/kind-field.tsx';
import { RegionField } from '../../manage/region-field.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { BRANCHES_PATH } from './path.ts';

interface Given extends Pick<BranchBody, 'kind'> {
  readonly name: string;
  readonly code: string;
  readonly region: string;
}

export function BranchForm({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(branchesText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [BRANCHES_PATH] });
  };
  return (
    <FormDialog<Given, BranchBody>
      title={say('add')}
      doing={sayAll('save')}
      initial={{ name: '', code: '', region: '', kind: 'enterprise' }}
      onSend={({ name, code, region, kind }) =>
        api.send('POST', BRANCHES_PATH, {
          name: name.trim(),
          kind,
          ...(code.trim() === '' ? {} : { code: code.trim() }),
          ...(region.trim() === '' ? {} : { region: region.trim() }),
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <TextField name="name" label={say('name')} missing={say('name.missing')} maxLength={200} />
      <TextField name="code" label={say('code')} help={say('code.help')} maxLength={200} />
      <KindField />
      <RegionField />
    </FormDialog>
  );
}
