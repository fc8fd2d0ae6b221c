import type { SheetCheck, StageFormBody } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import type { ToldOf } from './told-at.ts';

interface ToldSummaryProps {
  readonly told: SheetCheck | undefined;
  /** What stands at no field. */
  readonly others: readonly ToldOf[];
  readonly form: StageFormBody;
}

/** What the check came to, and what is to be done about what is of no field. */
export function ToldSummary({ told, others, form }: ToldSummaryProps): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  if (told === undefined) return null;
  const { faults, findings, stage } = told;
  const refused = findings.filter(({ effect }) => effect === 'refuse').length;
  const count = faults.length > 0 ? faults.length : findings.length;
  const kind = faults.length > 0 ? 'faults' : refused > 0 ? 'refused' : count > 0 ? 'findings' : 'fine';
  const type = ({ faults: 'error', refused: 'error', findings: 'warning', fine: 'success' } as const)[kind];
  const isOther = faults.length === 0 && stage !== form.stage;
  return (
    <div className="told-summary" role="status">
      <Alert type={type} showIcon title={say(`told.${kind}`, { count })} />
      {isOther ? <Alert type="warning" showIcon title={say('told.other', { stage: form.name[language] })} /> : null}
      {others.length === 0 ? null : (
        <ul>
          {others.map(({ message, wayOut, basis }) => (
            <li key={message.zh}>
              <strong>{message[language]}</strong>
              {wayOut === undefined ? null : <span>{say('wayOut', { what: wayOut[language] })}</span>}
              {basis === undefined ? null : <span className="basis">{say('basis', { law: basis[language] })}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
