import type { BranchSheetBody } from '@suyuan/api';
import { type ReactNode, useState } from 'react';
import { SheetDialog } from './sheet-dialog.tsx';
import { SheetDone } from './sheet-done.tsx';

/** All branches of a chain by one Excel file. */
export function AddBySheet({ onClose }: { onClose: () => void }): ReactNode {
  const [made, setMade] = useState<BranchSheetBody>();
  if (made !== undefined) return <SheetDone made={made} onClose={onClose} />;
  return <SheetDialog onDone={setMade} onClose={onClose} />;
}
