import type { MadeLinkBody } from '@suyuan/api';
import { QRCode } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { CopyLine } from './copy-line.tsx';
import { Moment } from './moment.tsx';
import { OnceDialog } from './once-dialog.tsx';

interface LinkOnceProps {
  readonly title: string;
  readonly link: MadeLinkBody;
  readonly onClose: () => void;
}

/** The one-time link that was made, to be handed on. */
export function LinkOnce({ title, link: { url, expiresAt }, onClose }: LinkOnceProps): ReactNode {
  const say = useText(manageText);
  return (
    <OnceDialog title={title} warning={say('link.once')} onClose={onClose}>
      <CopyLine label={say('link.url')} text={url} />
      <div className="qr" role="img" aria-label={say('link.qr')}>
        <div aria-hidden="true">
          <QRCode type="svg" value={url} size={180} color="#14211d" bgColor="#ffffff" bordered={false} />
        </div>
      </div>
      <p>
        <span className="soft">{say('link.until')}</span> <Moment at={expiresAt} />
      </p>
    </OnceDialog>
  );
}
