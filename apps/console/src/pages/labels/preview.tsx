import type { LayoutBody, TryLabel } from '@suyuan/api/labels';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { useTrial } from './use-labels.ts';

interface PreviewProps {
  readonly label: TryLabel;
  readonly layout: LayoutBody;
}

/** The label as it would be printed; what is wrong with it, in words, until it can be. */
export function Preview({ label, layout }: PreviewProps): ReactNode {
  const say = useText(labelsText);
  const [{ language }] = useSettings();
  const { data, error } = useTrial(label);
  const { widthMm, heightMm, fields } = layout;
  const size = say('size', { width: widthMm, height: heightMm });
  const missing = (data?.faults ?? []).filter(({ reason }) => reason === 'field-missing');
  const others = (data?.faults ?? []).filter(({ reason }) => reason !== 'field-missing');
  const names = missing.flatMap((fault) =>
    fault.fields.map((id) => fields.find((field) => field.id === id)?.name[language] ?? id),
  );
  return (
    <section className="label-preview" aria-label={say('preview')} aria-live="polite">
      {data?.picture === undefined ? (
        <div className="label-none">
          <p className="soft">{names.length === 0 ? size : say('missing', { names: names.join(say('comma')) })}</p>
        </div>
      ) : (
        <img src={`data:image/png;base64,${data.picture}`} alt={say('preview.of', { size })} />
      )}
      <p className="soft">{size}</p>
      {others.map(({ message }) => (
        <Alert key={message.zh} type="error" showIcon title={message[language]} />
      ))}
      <ProblemAlert error={error} />
    </section>
  );
}
