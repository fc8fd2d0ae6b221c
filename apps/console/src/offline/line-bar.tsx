import { CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { offlineText } from '../i18n/offline.ts';
import { useText } from '../i18n/use-text.ts';
import './line-bar.css';
import { useLine } from './use-line.ts';
import { useQueue } from './use-queue.ts';

const MINUTE_MS = 60_000;

/** Below the header: that there is no line, what waits for one, what could not be recorded, and a clock that is wrong. Empty where all is well. */
export function LineBar(): ReactNode {
  const say = useText(offlineText);
  const { isUp, skewMs } = useLine();
  const queue = useQueue() ?? [];
  const stopped = queue.filter((each) => each.stopped !== undefined).length;
  const waiting = queue.length - stopped;
  const minutes = Math.round(Math.abs(skewMs) / MINUTE_MS);
  const lines = [
    isUp ? null : { key: 'down', icon: <DisconnectOutlined aria-hidden />, text: say('down') },
    waiting === 0
      ? null
      : {
          key: 'waiting',
          icon: <CloudSyncOutlined aria-hidden />,
          text: say(isUp ? 'sending' : 'waiting', { count: waiting }),
        },
    stopped === 0
      ? null
      : { key: 'stopped', icon: <WarningOutlined aria-hidden />, text: say('stopped', { count: stopped }) },
    minutes === 0
      ? null
      : {
          key: 'clock',
          icon: <WarningOutlined aria-hidden />,
          text: say(skewMs < 0 ? 'clock.fast' : 'clock.slow', { minutes }),
        },
  ].filter((line) => line !== null);
  return (
    <div className="line-bar" role="status">
      {lines.map(({ key, icon, text }) => (
        <p key={key} className={key}>
          {icon} {text}
          {key === 'waiting' || key === 'stopped' ? (
            <>
              {' '}
              <Link to="/record">{say('look')}</Link>
            </>
          ) : null}
        </p>
      ))}
    </div>
  );
}
