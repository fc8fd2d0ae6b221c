import { type CodeReader, openReader } from '@suyuan/web-build/scan';
import { useEffect, useState } from 'react';

export type ReaderState = CodeReader | 'opening' | 'failed';

/** The reader of a dialog, for as long as it is open; the second value says that it broke. */
export function useReader(): { readonly state: ReaderState; readonly failed: () => void } {
  const [state, setState] = useState<ReaderState>('opening');
  useEffect(() => {
    let isOver = false;
    let opened: CodeReader | undefined;
    openReader().then(
      (reader) => {
        opened = reader;
        if (isOver) reader.close();
        else setState(reader);
      },
      () => setState('failed'),
    );
    return () => {
      isOver = true;
      opened?.close();
    };
  }, []);
  return { state, failed: () => setState('failed') };
}
