import type { TraceAnswer } from '@suyuan/api';
import type { ReactNode } from 'react';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { toldOf } from './told-of.ts';
import type { NameOf } from './use-trace.ts';

/** So many are named; how many there are is said. */
const NAMED = 5;

/** The answer in words, before all that it is made of. */
export function InWords({ trace, nameOf }: { trace: TraceAnswer; nameOf: NameOf }): ReactNode {
  const say = useText(traceText);
  const { products, sources, holders, before, anomalies, disputed, wrong } = toldOf(trace);
  const named = (codes: readonly string[], none: 'words.untold' | 'words.none'): string => {
    if (codes.length === 0) return say(none);
    const names = codes.slice(0, NAMED).map(nameOf).join(say('words.and'));
    return codes.length <= NAMED ? names : say('words.more', { names, count: codes.length });
  };
  const doubts = [
    ...(anomalies === 0 ? [] : [say('words.anomalies', { count: anomalies })]),
    ...(disputed === 0 ? [] : [say('words.disputed', { count: disputed })]),
    ...(wrong === 0 ? [] : [say('words.wrong', { count: wrong })]),
  ];
  const lines = [
    ...(products.length === 0 ? [] : [{ label: say('words.what'), text: named(products, 'words.none') }]),
    { label: say('words.sources'), text: named(sources, 'words.none') },
    { label: say('words.before'), text: named(before, 'words.untold') },
    { label: say('words.holders'), text: named(holders, 'words.untold') },
    { label: say('words.doubts'), text: doubts.length === 0 ? say('words.fine') : doubts.join(say('words.and')) },
  ];
  return (
    <Section title={say('words')}>
      <dl className="facts">
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
