/** What recording needs is fetched before the line is lost: each form once a day, one after another, after everything else. */
import type { Forms } from '@suyuan/api';
import { useEffect } from 'react';
import { type Api, useApi } from '../api.ts';
import { entriesPath } from '../pages/master/path.ts';
import { ARRIVALS_PATH, FORMS_PATH, formPath, SHEETS_PATH } from '../pages/record/path.ts';
import { standpoint, useSession } from '../session.ts';
import { heldAtMs, isOffline, opensOffline } from './held-answers.ts';

/** After the page is drawn and has asked its own. */
const BEGIN_MS = 5_000;
const DAY_MS = 24 * 3_600_000;

export function useHoldForms(): void {
  const api = useApi();
  const { data: session } = useSession();
  const owner = session === undefined ? '' : standpoint(session);
  const mayRecord =
    session?.organisation !== undefined && session.rights.some((right) => right === 'capture' || right === 'draft');
  useEffect(() => {
    if (owner === '' || !mayRecord || !opensOffline()) return;
    const stop = new AbortController();
    const timer = setTimeout(() => void hold(api, stop.signal).catch(() => undefined), BEGIN_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [api, owner, mayRecord]);
}

async function hold(api: Api, stop: AbortSignal): Promise<void> {
  const { packs } = await api.get<Forms>(FORMS_PATH);
  const forms = packs.flatMap(({ pack, stages }) => stages.map(({ stage }) => formPath({ pack, stage })));
  const lists = ['open', 'recorded'].map((state) => `${SHEETS_PATH}?state=${state}`);
  const around = [...lists, ARRIVALS_PATH, '/v1/sites', entriesPath('site', ''), entriesPath('party', '')];
  for (const path of [...forms, ...around]) {
    if (stop.aborted) return;
    if (Date.now() - (await heldAtMs(path)) < DAY_MS) continue;
    try {
      await api.get(path);
    } catch (error) {
      if (isOffline(error)) return;
    }
  }
}
