import type { MadeLinkBody, OperatedBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { operatorText } from '../../i18n/operator.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { KindField } from '../../manage/kind-field.tsx';
import { LinkOnce } from '../../manage/link-once.tsx';
import { RegionField } from '../../manage/region-field.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { OPERATED_PATH } from './path.ts';

interface Given extends Pick<OperatedBody, 'kind'> {
  readonly name: string;
  readonly code: string;
  readonly region: string;
  readonly owner: string;
}
interface Made {
  readonly name: string;
  readonly link: MadeLinkBody;
}

/** A new organisation; then the link by which its owner comes, once. */
export function NewOrganisation({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(operatorText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const [made, setMade] = useState<Made>();
  const make = async ({ name, code, region, owner, kind }: Given): Promise<Made> => ({
    name: name.trim(),
    link: await api.send<MadeLinkBody>('POST', OPERATED_PATH, {
      name: name.trim(),
      kind,
      owner: owner.trim(),
      ...(code.trim() === '' ? {} : { code: code.trim() }),
      ...(region.trim() === '' ? {} : { region: region.trim() }),
    }),
  });
  const onDone = (done: Made): void => {
    setMade(done);
    void queries.invalidateQueries({ queryKey: [OPERATED_PATH] });
  };
  if (made !== undefined)
    return <LinkOnce title={say('owner.link', { name: made.name })} link={made.link} onClose={onClose} />;
  return (
    <FormDialog<Given, Made>
      title={say('add')}
      doing={sayAll('save')}
      initial={{ name: '', code: '', region: '', owner: '', kind: 'enterprise' }}
      onSend={make}
      onDone={onDone}
      onClose={onClose}
    >
      <TextField name="name" label={say('name')} missing={say('name.missing')} maxLength={200} />
      <TextField
        name="owner"
        label={say('owner')}
        help={say('owner.help')}
        missing={say('owner.missing')}
        maxLength={100}
      />
      <TextField name="code" label={say('code')} help={say('code.help')} maxLength={200} />
      <KindField />
      <RegionField />
    </FormDialog>
  );
}
