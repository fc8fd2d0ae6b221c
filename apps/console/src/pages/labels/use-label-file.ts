import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useApi } from '../../api.ts';
import { keepFile } from '../../manage/keep-file.ts';

/** A file of labels, which the browser keeps; `onDone` when it is there. */
export function useLabelFile(onDone?: () => void): UseMutationResult<void, Error, { path: string; body: object }> {
  const api = useApi();
  return useMutation({
    async mutationFn({ path, body }) {
      const { name, file } = await api.download(path, body, {
        signal: new AbortController().signal,
        onBytes: () => undefined,
      });
      keepFile(name, file);
    },
    ...(onDone === undefined ? {} : { onSuccess: onDone }),
  });
}
