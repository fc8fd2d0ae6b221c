import type { BranchSheetBody } from '@suyuan/api';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, useApi } from '../../../api.ts';
import { BRANCHES_PATH } from '../path.ts';
import { type ChosenFile, SHEET_PATH } from './sheet-file.ts';

interface SheetSteps {
  /** Only looks at it. */
  readonly check: UseMutationResult<BranchSheetBody, Error, ChosenFile>;
  /** Makes what is in it. */
  readonly add: UseMutationResult<BranchSheetBody, Error, ChosenFile>;
}

/** A hook for what the server is asked about a workbook of branches. */
export function useSheet(): SheetSteps {
  const api = useApi();
  const queries = useQueryClient();
  const check = useMutation({
    mutationFn: ({ content }: ChosenFile) => api.sendFile<BranchSheetBody>(`${SHEET_PATH}?check=true`, content),
  });
  const add = useMutation({
    mutationFn: ({ content }: ChosenFile) => api.sendFile<BranchSheetBody>(SHEET_PATH, content),
    // Also where no answer came: it may have been done all the same.
    onSettled: () => queries.invalidateQueries({ queryKey: [BRANCHES_PATH] }),
    onError(error, file) {
      // Something has been made since it was looked at, so that it is looked at anew: each cell is told then.
      if (error instanceof ApiProblem && error.code === 'branch-sheet.findings') {
        add.reset();
        check.mutate(file);
      }
    },
  });
  return { check, add };
}
