import type { ReactNode } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Cell } from './guide.ts';
import { GuideInlines } from './guide-inlines.tsx';

interface GuideTableProps {
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Wider than the page it scrolls within itself. */
export function GuideTable({ head, rows }: GuideTableProps): ReactNode {
  const say = useText(helpText);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
    <div className="guide-table" tabIndex={0} role="group" aria-label={say('table')}>
      <table>
        <thead>
          <tr>
            {head.map((cell, index) =>
              // Above the names of the rows nothing stands.
              cell.length === 0 ? (
                <td key={index} />
              ) : (
                <th key={index} scope="col">
                  <GuideInlines inlines={cell} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <GuideInlines inlines={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
