import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { ApiProvider, createApi } from './api.ts';
import { browserStorage } from './browser-storage.ts';
import { LinkTokenContext } from './link-token-context.ts';
import { Look } from './look.tsx';
import { forgetAnswers, holding } from './offline/held-answers.ts';
import { createLine } from './offline/line.ts';
import { LineContext } from './offline/use-line.ts';
import { ProofDialog } from './proof/proof-dialog.tsx';
import { createProofRequest } from './proof/proof-request.ts';
import { createQueryClient } from './query-client.ts';
import { signInPath } from './return-path.ts';
import { createRoutes } from './routes.tsx';
import type { SettingsStore } from './settings/settings.ts';
import { SettingsContext } from './settings/use-settings.ts';
import { watchFocus } from './watch-focus.ts';

interface AppProps {
  readonly settings: SettingsStore;
  /** With which the styles that scripts make are taken by the content policy. */
  readonly nonce: string;
  /** Of the one-time link that was opened, if one was. */
  readonly linkToken: string | undefined;
}

export function App({ settings, nonce, linkToken }: AppProps): ReactNode {
  const [{ router, queries, api, proof, line }] = useState(() => assemble(settings));
  return (
    <SettingsContext value={settings}>
      <ApiProvider value={api}>
        <LineContext value={line}>
          <QueryClientProvider client={queries}>
            <LinkTokenContext value={linkToken}>
              <Look nonce={nonce}>
                <RouterProvider router={router} />
                <ProofDialog request={proof} />
              </Look>
            </LinkTokenContext>
          </QueryClientProvider>
        </LineContext>
      </ApiProvider>
    </SettingsContext>
  );
}

/** A line on which the smallest answer takes longer is none. */
const LINE_MS = 5_000;

/** Whoever's session ended is led to sign in, and comes back; what was loaded for that person is forgotten. */
function assemble(settings: SettingsStore) {
  watchFocus(window);
  const router = createRoutes();
  const queries = createQueryClient();
  const proof = createProofRequest();
  const line = createLine(browserStorage(), () => fetch('/healthz', { signal: AbortSignal.timeout(LINE_MS) }));
  const api = createApi({
    fetch: (...given) => fetch(...given),
    language: () => settings.current().language,
    proveAgain: proof.ask,
    onAnswer: line.answered,
    onLost: line.lost,
    onSignedOut() {
      proof.answer(false);
      void forgetAnswers();
      const { pathname, search, hash } = router.state.location;
      const path = pathname.replace(/^\/console/, '') || '/';
      if (/^\/(sign-in|start)\/?$/.test(path)) return;
      queries.clear();
      void router.navigate(signInPath(path + search + hash), { replace: true });
    },
  });
  return { router, queries, api: holding(api), proof, line };
}
