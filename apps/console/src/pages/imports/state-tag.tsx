import type { ImportState } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';

const COLOURS: Readonly<Record<ImportState, string>> = {
  uploading: 'warning',
  checking: 'processing',
  checked: 'warning',
  recording: 'processing',
  recorded: 'success',
  failed: 'error',
};

/** How an import stands. */
export function StateTag({ state }: { state: ImportState }): ReactNode {
  const say = useText(importsText);
  return <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>;
}
