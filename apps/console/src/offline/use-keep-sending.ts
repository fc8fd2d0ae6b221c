/** As long as the console is open: what waits is sent when there is a line, and what is shown is asked anew when it comes back. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useApi } from '../api.ts';
import { offlineText } from '../i18n/offline.ts';
import { useText } from '../i18n/use-text.ts';
import { standpoint, useSession } from '../session.ts';
import { useLine } from './use-line.ts';
import { refreshQueue, useQueue } from './use-queue.ts';

/** Until the line is tried again. */
const TRY_MS = 5_000;

export function useKeepSending(): void {
  const api = useApi();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const { isUp } = useLine();
  const { message } = App.useApp();
  const say = useText(offlineText);
  const owner = session === undefined ? '' : standpoint(session);
  const waiting = useQueue()?.filter(({ stopped }) => stopped === undefined).length ?? 0;
  const doing = owner === '' || (isUp && waiting === 0) ? 'nothing' : isUp ? 'sending' : 'trying';

  async function send(): Promise<void> {
    // The smallest question tells whether there is a line.
    if (doing === 'trying') await api.head('/healthz').catch(() => undefined);
    if (doing !== 'sending') return;
    const { sendQueue } = await import('./send-queue.ts');
    const { done, stopped } = await sendQueue(api, owner);
    if (done > 0) void message.success(say('sent', { count: done }));
    await (done + stopped > 0 ? queries.invalidateQueries() : refreshQueue(queries));
  }

  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (doing === 'nothing') return;
    const now = (): void => void latest.current();
    now();
    const timer = setInterval(now, TRY_MS);
    addEventListener('online', now);
    return () => {
      clearInterval(timer);
      removeEventListener('online', now);
    };
  }, [doing]);

  const wasUp = useRef(isUp);
  useEffect(() => {
    if (isUp && !wasUp.current) void queries.invalidateQueries();
    wasUp.current = isUp;
  }, [isUp, queries]);
}
