import { Form } from 'antd';
import type { GivenUnit } from '../given-sheet.ts';

type Add = (row: GivenUnit) => void;

interface RowCodes {
  /** After a code was typed into a line: another one below the last. A code that stands above is taken out, as once is meant. */
  enter(at: number, add: Add): { readonly is: 'none' | 'again' | 'new'; readonly code: string };
  /** Into the first line that is empty, else into one of its own; tells whether it is new. */
  take(code: string, add: Add): boolean;
}

/** The codes of the lines, each once. */
export function useRowCodes(name: 'units' | 'inputs', onTaken: () => void): RowCodes {
  const form = Form.useFormInstance();
  const codes = (): readonly string[] => {
    const rows: readonly GivenUnit[] = form.getFieldValue(name) ?? [];
    return rows.map(({ code }) => code?.trim() ?? '');
  };
  return {
    enter(at, add) {
      const all = codes();
      const code = all[at] ?? '';
      if (code === '') return { is: 'none', code };
      if (all.some((other, where) => where !== at && other === code)) {
        form.setFieldValue([name, at, 'code'], '');
        return { is: 'again', code };
      }
      if (at === all.length - 1) add({});
      return { is: 'new', code };
    },
    take(code, add) {
      const all = codes();
      if (all.includes(code)) return false;
      const empty = all.indexOf('');
      if (empty === -1) add({ code });
      else form.setFieldValue([name, empty, 'code'], code);
      onTaken();
      return true;
    },
  };
}
