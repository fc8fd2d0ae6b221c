import { type Difference, unitWords } from '@suyuan/api';
import type { ReactNode } from 'react';
import { disputesText } from '../../i18n/disputes.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { useWords } from '../master/use-words.ts';
import './disputes.css';

/** What came instead of what was recorded as sent, a line each, for both sides. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }): ReactNode {
  const say = useText(disputesText);
  const words = useWords();
  const [{ language }] = useSettings();
  const amount = (of: Difference['told']): string =>
    of?.quantity === undefined ? '' : `${of.quantity} ${unitWords(of.uom ?? 'H87')[language]}`;
  return (
    <ul className="differences">
      {differences.map(({ code, kind, told, came }) => (
        <li key={code}>
          <strong>{say(`difference.${kind}`)}</strong>
          <span>{words.ofCode(code)}</span>
          <span className="amounts">
            {amount(told) === '' ? null : <del>{amount(told)}</del>}
            {amount(came) === '' ? null : <ins>{amount(came)}</ins>}
          </span>
        </li>
      ))}
    </ul>
  );
}
