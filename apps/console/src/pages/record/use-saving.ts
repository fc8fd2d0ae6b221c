/** A sheet is saved by itself while it is typed, one version after another; without a line it is tried until there is one. */
import type { SheetWhole, StageFormBody } from '@suyuan/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ApiProblem, useApi } from '../../api.ts';
import { contentOf, type GivenSheet } from './given-sheet.ts';
import { SHEETS_PATH } from './path.ts';
import { useKeptHere } from './use-kept-here.ts';

/** After the last key. */
const SAVE_MS = 1_500;
/** Without a connection. */
const RETRY_MS = 5_000;

export interface Filling {
  readonly id: string;
  readonly form: StageFormBody;
  /** That was loaded; 0 of a new one. */
  readonly version: number;
  /** As it was saved last, or is without a word typed. */
  readonly saved: GivenSheet;
  /** As it stands in the form. */
  given(): GivenSheet;
}

export function useSaving({ id, form: { pack, stage }, version: loaded, saved: before, given }: Filling) {
  const api = useApi();
  const queries = useQueryClient();
  const here = useKeptHere();
  const version = useRef(loaded);
  const saved = useRef(JSON.stringify(before));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [conflict, setConflict] = useState<SheetWhole>();
  const path = `${SHEETS_PATH}/${id}`;
  const refreshLists = (): void =>
    void queries.invalidateQueries({ queryKey: [SHEETS_PATH], predicate: ({ queryKey }) => queryKey[1] !== 'one' });

  const save = useMutation({
    // One after another: two at once would be of one version.
    scope: { id },
    async mutationFn() {
      const { name } = given();
      const now = JSON.stringify(given());
      if (now === saved.current || name.trim() === '') return;
      const body = { pack, stage, name: name.trim(), version: version.current, content: contentOf(given()) };
      const sheet = await api.send<SheetWhole>('PUT', path, body);
      version.current = sheet.version;
      saved.current = now;
      // What was typed meanwhile stays until it is saved too.
      if (JSON.stringify(given()) === now) here.forget(id);
      refreshLists();
    },
    async onError(error) {
      if (isOf(error, 'sheet.changed')) setConflict(await api.get<SheetWhole>(path));
      else if (isOf(error, 'offline')) timer.current = setTimeout(() => save.mutate(), RETRY_MS);
    },
  });
  const isDirty = (): boolean => JSON.stringify(given()) !== saved.current;
  useLeaving(isDirty, save.mutate, timer);
  return {
    ...{ save, conflict, version, refreshLists },
    /** Of what stands in the form nothing has to be saved any more. */
    settled(): void {
      clearTimeout(timer.current);
      saved.current = JSON.stringify(given());
      here.forget(id);
    },
    soon(): void {
      here.keep({ id, pack, stage, version: version.current, given: given(), atMs: Date.now() });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save.mutate(), SAVE_MS);
    },
    async now(): Promise<void> {
      clearTimeout(timer.current);
      await save.mutateAsync();
    },
    /** Of two versions one's own, over the other's. */
    keepMine(): void {
      if (conflict !== undefined) version.current = conflict.version;
      setConflict(undefined);
      save.mutate();
    },
    keepTheirs(): void {
      setConflict(undefined);
      here.forget(id);
      void queries.invalidateQueries({ queryKey: [SHEETS_PATH, 'one', id] });
    },
  };
}

function isOf(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

/** Saves what is not saved when the page is opened, since it was kept on the device, and when it is left; has the browser ask before it is closed. */
function useLeaving(
  isDirty: () => boolean,
  save: () => void,
  timer: RefObject<ReturnType<typeof setTimeout> | undefined>,
): void {
  const latest = useRef({ isDirty, save });
  latest.current = { isDirty, save };
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (latest.current.isDirty()) event.preventDefault();
    };
    if (latest.current.isDirty()) latest.current.save();
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      clearTimeout(timer.current);
      if (latest.current.isDirty()) latest.current.save();
    };
  }, [timer]);
}
