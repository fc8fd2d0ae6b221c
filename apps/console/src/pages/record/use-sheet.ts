/** A sheet while it is filled in: saved by itself, checked, recorded, at once or once there is a line. */
import type { SheetCheck, SheetWhole, SubmitSheet } from '@suyuan/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api.ts';
import { useLine } from '../../offline/use-line.ts';
import { DISPUTES_PATH } from '../disputes/path.ts';
import { ORDERS_PATH } from '../orders/path.ts';
import { contentOf } from './given-sheet.ts';
import { ARRIVALS_PATH, FORMS_PATH, SHEETS_PATH } from './path.ts';
import { useLater } from './use-later.ts';
import { type Filling, useSaving } from './use-saving.ts';

export function useSheetOf(filling: Filling) {
  const { id, form, given } = filling;
  const { pack, stage } = form;
  const api = useApi();
  const queries = useQueryClient();
  const { isUp } = useLine();
  const later = useLater(id);
  const saving = useSaving(filling);
  const [checked, setChecked] = useState<{ readonly of: string; readonly told: SheetCheck }>();
  const content = (): ReturnType<typeof contentOf> => contentOf(given());
  const forget = (): void => {
    saving.settled();
    void later.takeBack();
  };

  const check = useMutation({
    async mutationFn() {
      const of = JSON.stringify(content());
      const told = await api.send<SheetCheck>('POST', `${SHEETS_PATH}/check`, { pack, stage, content: content() });
      setChecked({ of, told });
    },
  });
  const submit = useMutation({
    /** @param tell what is said to whoever sent it, of what came otherwise */
    async mutationFn(tell: string | undefined) {
      await saving.now();
      const body = { version: saving.version.current, ...telling(tell) };
      return api.send<SheetWhole>('POST', `${SHEETS_PATH}/${id}/submission`, body);
    },
    onSuccess(sheet) {
      forget();
      queries.setQueryData([SHEETS_PATH, 'one', id], sheet);
      saving.refreshLists();
      for (const path of [FORMS_PATH, ARRIVALS_PATH, DISPUTES_PATH, ORDERS_PATH])
        void queries.invalidateQueries({ queryKey: [path] });
    },
  });
  return {
    ...{ save: saving.save, conflict: saving.conflict, keepMine: saving.keepMine, check, submit, forget },
    /** Nothing can be checked: what is wanted is done later. */
    isOffline: !isUp,
    told: checked?.told,
    isChecked: (): boolean => checked !== undefined && checked.of === JSON.stringify(content()),
    changed(): void {
      void later.takeBack();
      saving.soon();
    },
    /** False where it has no name yet. @throws Error where the browser keeps nothing */
    async recordLater(): Promise<boolean> {
      const isKept = await later.put({ pack, stage, version: saving.version.current }, given());
      if (isKept) saving.settled();
      return isKept;
    },
    keepTheirs(): void {
      saving.keepTheirs();
      void later.takeBack();
    },
  };
}

function telling(words = ''): Partial<SubmitSheet> {
  return words.trim() === '' ? {} : { tell: words.trim() };
}
