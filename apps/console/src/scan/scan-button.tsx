import { ScanOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { scanText } from '../i18n/scan.ts';
import { useText } from '../i18n/use-text.ts';
import './scan.css';
import type { OnScanned } from './use-scanned.ts';

// Most people have a scanner, or type: camera and reader are loaded when they are wanted.
const ScanDialog = lazy(async () => ({ default: (await import('./scan-dialog.tsx')).ScanDialog }));

interface ScanButtonProps {
  /** Of the field: what is scanned. */
  readonly what: string;
  /** Scanning goes on until the person ends it; else it ends with the first code. */
  readonly isMany?: boolean;
  readonly onScanned: OnScanned;
}

/** Reads a code by camera, or from a photo. */
export function ScanButton({ what, isMany = false, onScanned }: ScanButtonProps): ReactNode {
  const say = useText(scanText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="scan-button" icon={<ScanOutlined aria-hidden />} onClick={() => setOpen(true)}>
        <span aria-hidden>{say('scan')}</span>
        <span className="unseen">{say('scan.of', { what })}</span>
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ScanDialog what={what} isMany={isMany} onScanned={onScanned} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
