import type { ReactNode } from 'react';

export type IconName = 'check' | 'stop' | 'doubt' | 'question' | 'pencil' | 'scan';

const SHAPES: Readonly<Record<IconName, string>> = {
  check: 'M6 12.5l4 4 8-9',
  stop: 'M7 7l10 10M17 7L7 17',
  doubt: 'M12 6v8M12 17.6v.4',
  question: 'M8.8 9.2a3.3 3.3 0 1 1 4.9 2.9c-1.2.7-1.7 1.3-1.7 2.4M12 17.6v.4',
  pencil: 'M6 18l1-4 8.5-8.5 3 3L10 17z',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
};

/** Decoration only: what it says is always said in words beside it. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d={SHAPES[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
