import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { AskDialog } from './ask-dialog.tsx';

interface AskButtonProps {
  /** Of the button, and of the one in the dialog that does it. */
  readonly doing: string;
  /** What it is done to, with what is done: of the dialog, and for whoever hears the button without its row. */
  readonly title: string;
  /** What cannot be undone, as most of what is asked about. */
  readonly isGrave?: boolean;
  /** What will happen, and what stays. */
  readonly children: ReactNode;
  readonly onDo: () => Promise<unknown>;
}

/** A button of a row that asks before it does anything. */
export function AskButton({ doing, title, isGrave = true, children, onDo }: AskButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" danger={isGrave} aria-label={title} onClick={() => setOpen(true)}>
        {doing}
      </Button>
      {isOpen ? (
        <AskDialog title={title} doing={doing} isGrave={isGrave} onDo={onDo} onClose={() => setOpen(false)}>
          {children}
        </AskDialog>
      ) : null}
    </>
  );
}
