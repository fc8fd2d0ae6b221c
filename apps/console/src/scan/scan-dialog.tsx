import { openSignal, shownCode } from '@suyuan/web-build/scan';
import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { scanText } from '../i18n/scan.ts';
import { useText } from '../i18n/use-text.ts';
import { useReturnFocus } from '../manage/use-return-focus.ts';
import { CameraView } from './camera-view.tsx';
import { PhotoButton } from './photo-button.tsx';
import { ScannedSoFar } from './scanned-so-far.tsx';
import { useReader } from './use-reader.ts';
import { type OnScanned, type ScannedCodes, useScanned } from './use-scanned.ts';

interface ScanDialogProps {
  readonly what: string;
  readonly isMany: boolean;
  readonly onScanned: OnScanned;
  readonly onClose: () => void;
}

/** The camera's picture, and what was read in it. Of one field it ends with its code; of many it counts them. */
export function ScanDialog({ what, isMany, onScanned, onClose }: ScanDialogProps): ReactNode {
  const say = useText(scanText);
  const reader = useReader();
  const signal = useSignal();
  const [choices, setChoices] = useState<readonly string[]>([]);
  const scanned = useScanned(onScanned, signal);
  const takeOne = (code: string): void => {
    signal();
    onScanned(code, false);
    onClose();
  };
  const take = (codes: ScannedCodes): void => {
    const [first, ...others] = new Set(codes.texts);
    if (isMany) scanned.take(codes);
    else if (first !== undefined && others.length === 0) takeOne(first);
    // Only the person knows which of the codes of a label is meant.
    else if (first !== undefined) setChoices((before) => [...new Set([...before, first, ...others])]);
  };
  useReturnFocus();
  return (
    <Modal
      open
      title={say('title', { what })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type={isMany ? 'primary' : 'default'} size="large" onClick={onClose}>
          {say(isMany ? 'done' : 'cancel')}
        </Button>
      }
    >
      <div className="scan">
        {reader.state === 'failed' ? <Alert type="error" showIcon title={say('reader.failed')} /> : null}
        {choices.length > 0 ? (
          <Choices codes={choices} onChosen={takeOne} />
        ) : (
          <>
            <CameraView
              aim={say(isMany ? 'aim.many' : 'aim')}
              reader={reader}
              onCodes={(texts) => take({ texts, isLive: true })}
            />
            <PhotoButton reader={reader} onCodes={(texts) => take({ texts, isLive: false })} />
          </>
        )}
        {isMany ? <ScannedSoFar scanned={scanned.soFar} /> : null}
      </div>
    </Modal>
  );
}

interface ChoicesProps {
  readonly codes: readonly string[];
  readonly onChosen: (code: string) => void;
}

function Choices({ codes, onChosen }: ChoicesProps): ReactNode {
  const say = useText(scanText);
  return (
    <section className="scan-choices" aria-label={say('choose')}>
      <p role="status">{say('choose')}</p>
      {codes.map((code) => (
        <Button key={code} block size="large" onClick={() => onChosen(code)}>
          <code>{shownCode(code)}</code>
        </Button>
      ))}
    </section>
  );
}

function useSignal(): () => void {
  const signal = useRef<ReturnType<typeof openSignal>>(undefined);
  useEffect(() => () => signal.current?.close(), []);
  return () => {
    signal.current ??= openSignal();
    signal.current.give();
  };
}
