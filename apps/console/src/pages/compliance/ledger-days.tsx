import { Input } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Span } from './path.ts';

/** From which day until which. */
export function LedgerDays({ span, onChange }: { span: Span; onChange: (span: Span) => void }): ReactNode {
  const say = useText(complianceText);
  return (
    <div className="filters">
      {(['from', 'until'] as const).map((end) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the field of Input is inside of it
        <label key={end}>
          {say(end)}
          <Input type="date" value={span[end]} onChange={({ target }) => onChange({ ...span, [end]: target.value })} />
        </label>
      ))}
    </div>
  );
}
