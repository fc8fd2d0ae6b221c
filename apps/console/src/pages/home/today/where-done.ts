/** The page on which a task is done. Pure. */
import type { Task } from '@suyuan/api';
import { FILINGS_PAGE, kindPage } from '../../compliance/filings/path.ts';
import { dutiesPage, searchOf } from '../../compliance/path.ts';

export function whereDone({ kind, pack = '', item = '' }: Task): string {
  switch (kind) {
    case 'clock':
      return dutiesPage({ pack, clock: item });
    case 'filing':
    case 'receipt':
      return pack === '' || item === '' ? FILINGS_PAGE : kindPage({ pack, filing: item });
    case 'finding':
      return `/compliance/findings?${searchOf({ pack })}`;
    case 'licence':
      return '/sites';
    case 'draft':
      return '/drafts';
    case 'arrival':
    case 'sheet':
      return '/record';
    case 'order':
      return '/orders';
    case 'partner':
      return '/partners';
    case 'dispute':
      return '/disputes';
    default:
      return unreachable(kind);
  }
}

function unreachable(kind: never): never {
  throw new Error(`no page for ${String(kind)}`);
}
