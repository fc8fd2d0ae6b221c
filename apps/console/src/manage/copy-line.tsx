import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';

/** A text that is taken elsewhere, whole, with a button that copies it. */
export function CopyLine({ label, text }: { label: string; text: string }): ReactNode {
  const say = useText(manageText);
  const { message } = App.useApp();
  const shown = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
    // Without TLS a browser lends its clipboard to nobody: what is selected is copied by hand.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (isCopied === true) message.success(say('copied'));
    else message.info(say('selected'));
  };
  return (
    <div className="copy-line">
      <span className="soft">{label}</span>
      <div>
        <code ref={shown}>{text}</code>
        <Button icon={<CopyOutlined aria-hidden />} aria-label={`${say('copy')}: ${label}`} onClick={() => void copy()}>
          {say('copy')}
        </Button>
      </div>
    </div>
  );
}
