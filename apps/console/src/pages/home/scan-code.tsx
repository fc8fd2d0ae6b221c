import { QRCode } from 'antd';
import type { ReactNode } from 'react';

/** An address for a phone, to scan or to type. Black on white in the dark too, which some cameras need. */
export function ScanCode({ url, label }: { url: string; label: string }): ReactNode {
  return (
    <div className="scan-code">
      <QRCode type="svg" value={url} size={176} color="#000000" bgColor="#ffffff" role="img" aria-label={label} />
      <code>{url}</code>
    </div>
  );
}
