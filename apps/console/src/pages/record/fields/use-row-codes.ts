import { Form } from 'antd';
import { useRef } from 'react';
import type { GivenUnit } from '../given-sheet.ts';
import { type LastScanned, scanInto, type Taken } from './scan-into.ts';

interface Entered {
  readonly is: Taken['is'] | 'none';
  /** As it stands in its line. */
  readonly code: string;
}

type Add = (row: GivenUnit) => void;

interface RowCodes {
  /**
   * After a code was typed into a line: another one below the last. A code that stands above is taken out, as once is
   * meant, and one that belongs to the item above is put to its code.
   */
  enter(at: number, add: Add): Entered;
  /** Into the line that waits for it, the first that is empty, or one of its own. */
  take(code: string): Taken['is'];
  /** A code that was taken before is shown once more: perhaps of the next item of the same goods. */
  see(code: string): Taken['is'];
}

/** The codes of the lines, each once. */
export function useRowCodes(name: 'units' | 'inputs', onTaken: () => void): RowCodes {
  const form = Form.useFormInstance();
  const last = useRef<LastScanned>(undefined);
  const rows = (): readonly GivenUnit[] => form.getFieldValue(name) ?? [];
  const put = ({ rows: after, last: { code }, is }: Taken): { readonly is: Taken['is']; readonly code: string } => {
    if (after !== rows()) {
      form.setFieldValue(name, after);
      onTaken();
    }
    return { is, code };
  };
  return {
    enter(at, add) {
      const all = rows();
      const code = all[at]?.code?.trim() ?? '';
      if (code === '') return { is: 'none', code };
      const others = all.with(at, {});
      const taken = scanInto(others, code, last.current);
      last.current = taken.last;
      // It belongs to a line above: the one it was typed into is free for the next.
      if (taken.is !== 'new') return put(taken);
      const waited = others.some(({ awaits }, where) => awaits !== undefined && others[where] !== taken.rows[where]);
      if (waited) return { ...put(taken), is: 'none' };
      if (at === all.length - 1) add({});
      return { is: 'new', code };
    },
    take(code) {
      const taken = scanInto(rows(), code, last.current);
      last.current = taken.last;
      return put(taken).is;
    },
    see(code) {
      const taken = scanInto(rows(), code, last.current);
      if (taken.is !== 'joined') {
        last.current = { ...(last.current ?? taken.last), shown: code };
        return 'again';
      }
      last.current = taken.last;
      return put(taken).is;
    },
  };
}
