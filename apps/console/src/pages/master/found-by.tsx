import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { entryPage } from './path.ts';
import { SpanText } from './span-text.tsx';
import type { FoundThing } from './use-found-by.ts';
import { useWords } from './use-words.ts';

/** Things by a number that they had; nothing where there is none. */
export function FoundBy({ things }: { things: readonly FoundThing[] }): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const [{ language }] = useSettings();
  if (things.length === 0) return null;
  const columns: readonly Column<FoundThing>[] = [
    {
      label: say('name'),
      cell: ({ name, code }) => (
        <Link to={entryPage(code)}>
          <strong>{name?.[language] ?? words.ofCode(code)}</strong>
        </Link>
      ),
    },
    { label: say('kind'), cell: ({ kind }) => words.ofKind(kind) },
    {
      label: say('by'),
      cell: ({ code, by }) =>
        by.length === 0
          ? words.ofCode(code)
          : by.map((span) => (
              <div key={`${span.scheme} ${span.value} ${span.since}`}>
                {words.ofScheme(span.scheme)} <span className="code">{span.value}</span>
                <span className="means span">
                  <SpanText span={span} />
                </span>
              </div>
            )),
    },
  ];
  return (
    <div>
      <h2>{say('foundBy')}</h2>
      <p className="soft">{say('foundBy.text')}</p>
      <Records caption={say('foundBy')} columns={columns} rows={things} keyOf={({ code }) => code} empty="" />
    </div>
  );
}
