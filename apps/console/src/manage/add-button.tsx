import { Button } from 'antd';
import { type ComponentType, type ReactNode, useState } from 'react';

interface AddButtonProps {
  readonly doing: string;
  /** What it opens, until that is closed. */
  readonly dialog: ComponentType<{ onClose: () => void }>;
  /** Where whoever came here came to do it. */
  readonly isOpenAtFirst?: boolean;
}

/** What one does most on a page: add something to its list. */
export function AddButton({ doing, dialog: Dialog, isOpenAtFirst = false }: AddButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {doing}
      </Button>
      {isOpen ? <Dialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
