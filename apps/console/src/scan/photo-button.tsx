import { CameraOutlined } from '@ant-design/icons';
import { readPhoto } from '@suyuan/web-build/scan';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { scanText } from '../i18n/scan.ts';
import { useText } from '../i18n/use-text.ts';
import type { useReader } from './use-reader.ts';

interface PhotoButtonProps {
  readonly reader: ReturnType<typeof useReader>;
  readonly onCodes: (texts: readonly string[]) => void;
}

type Told = 'photo.reading' | 'photo.none' | 'photo.unreadable';

/** For whoever has no camera here that may be used: a phone takes a photo in its own way, also over plain http. */
export function PhotoButton({ reader: { state, failed }, onCodes }: PhotoButtonProps): ReactNode {
  const say = useText(scanText);
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<Told>();
  const chosen = async (photo: File | undefined): Promise<void> => {
    if (photo === undefined || typeof state === 'string') return;
    setTold('photo.reading');
    const texts = await readPhoto(state, photo).catch(() => 'broken' as const);
    if (texts === undefined) return setTold('photo.unreadable');
    setTold(texts.length === 0 ? 'photo.none' : undefined);
    if (texts === 'broken') failed();
    else if (texts.length > 0) onCodes(texts);
  };
  return (
    <>
      <Button
        size="large"
        icon={<CameraOutlined aria-hidden />}
        disabled={typeof state === 'string'}
        loading={told === 'photo.reading'}
        onClick={() => file.current?.click()}
      >
        {say('photo')}
      </Button>
      <input
        ref={file}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={({ currentTarget }) => {
          void chosen(currentTarget.files?.[0]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <p role="status">{told === undefined ? '' : say(told)}</p>
    </>
  );
}
