import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { operatorText } from '../../i18n/operator.ts';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { ExtentFields } from '../../manage/jurisdictions/extent-fields.tsx';
import { JURISDICTIONS_PATH } from '../../manage/jurisdictions/path.ts';

interface GiveJurisdictionProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

interface Given {
  readonly region: string;
  readonly category: string;
}

/** Gives a regulator any jurisdiction. */
export function GiveJurisdiction({ id, name, onClose }: GiveJurisdictionProps): ReactNode {
  const say = useText(operatorText);
  const sayOf = useText(supervisionText);
  const api = useApi();
  const queries = useQueryClient();
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [JURISDICTIONS_PATH] });
  };
  return (
    <FormDialog<Given, unknown>
      title={say('jurisdiction.of', { name })}
      doing={sayOf('give.do')}
      initial={{}}
      onSend={(extent) => api.send('POST', '/v1/operator/jurisdictions', { organisation: id, ...extent })}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{sayOf('give.operator')}</p>
      <ExtentFields />
    </FormDialog>
  );
}
