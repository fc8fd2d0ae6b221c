import { Form } from 'antd';
import type { GivenUnit } from '../given-sheet.ts';
import { scanInto } from './scan-into.ts';

type Add = (row: GivenUnit) => void;

interface RowCodes {
  /** After a code was typed into a line: another one below the last. A code that stands above is taken out, as once is meant. */
  enter(at: number, add: Add): { readonly is: 'none' | 'again' | 'new'; readonly code: string };
  /** Into the line that waits for it, the first that is empty, or one of its own; tells whether it is new. */
  take(code: string): boolean;
}

/** The codes of the lines, each once. */
export function useRowCodes(name: 'units' | 'inputs', onTaken: () => void): RowCodes {
  const form = Form.useFormInstance();
  const rows = (): readonly GivenUnit[] => form.getFieldValue(name) ?? [];
  return {
    enter(at, add) {
      const all = rows();
      const code = all[at]?.code?.trim() ?? '';
      if (code === '') return { is: 'none', code };
      const others = all.with(at, {});
      const after = scanInto(others, code);
      if (after === undefined) {
        form.setFieldValue([name, at, 'code'], '');
        return { is: 'again', code };
      }
      if (others.some(({ awaits }, where) => awaits !== undefined && after[where]?.code !== others[where]?.code)) {
        // It stands in the line of an order that waited for it: the one it was typed into is free for the next.
        form.setFieldValue(name, after);
        onTaken();
        return { is: 'none', code };
      }
      if (at === all.length - 1) add({});
      return { is: 'new', code };
    },
    take(code) {
      const after = scanInto(rows(), code);
      if (after === undefined) return false;
      form.setFieldValue(name, after);
      onTaken();
      return true;
    },
  };
}
