/**
 * What it costs that answers are cut to who asks: traces and pages of one store, asked by the organisation that recorded all of it,
 * of which nothing is looked at, and by others, in turn.
 */
import { type Client, createClient } from '@suyuan/api';
import { createKeyHere } from '@suyuan/server';
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import type { Output } from '../output.ts';
import type { BenchSetting } from './bench-capture.ts';

const RECORDERS = 5;
const ROUNDS = 7;
const ASKED_PER_ROUND = 10;
const PER_PAGE = 500;

export async function benchDisclosure(setting: BenchSetting, output: Output): Promise<void> {
  const { client, owner } = setting;
  const recorders = await Promise.all(Array.from({ length: RECORDERS }, (_, i) => clientOf(setting, i)));
  const stranger = await clientOf(setting, RECORDERS);
  const alone = await withoutOthers(setting);
  let at = 0;
  for (const { document } of demoDocuments({ scale: 1 })) {
    const text = JSON.stringify(document);
    await client.capture(text);
    // Of everything that one has recorded, one of five more has recorded it too.
    await recorders[at++ % RECORDERS]?.capture(text);
  }
  await owner.query('analyze');
  const [chain = stranger] = recorders;
  const code = (key: string): string => demoHighlights({ scale: 1 }).find((each) => each.key === key)?.code ?? '';
  const traceOf =
    (key: string) =>
    (who: Client): Promise<unknown> =>
      who.trace({ codes: [code(key)], direction: 'both' });
  const pageOf =
    (parameters: Readonly<Record<string, string>>) =>
    (who: Client): Promise<unknown> =>
      who.events({ perPage: String(PER_PAGE), ...parameters });
  const asked: readonly (readonly [string, (who: Client) => Promise<unknown>])[] = [
    ['trace of a can', traceOf('can')],
    ['trace of a lot of powder', traceOf('bad-powder')],
    ['page by a lot', pageOf({ MATCH_anyEPC: code('bad-powder') })],
    ['page by a pallet', pageOf({ MATCH_anyEPC: code('pallet') })],
    ['page without a unit', pageOf({})],
  ];
  for (const [name, ask] of asked) {
    const isPage = name.startsWith('page');
    // A page of its own records looks for those of others too; a key that may not trace is not given them.
    const off = isPage ? alone : client;
    const who = { ...(isPage ? { 'own records': client } : {}), chain, stranger };
    const times = await inTurn({ off, ...who }, ask);
    for (const [as, ms] of Object.entries(times).filter(([as]) => as !== 'off')) {
      const ratio = (times.off ?? 0) / ms;
      output.line(`${name}, ${as}: ${ms.toFixed(1)} ms, ${times.off?.toFixed(1)} uncut, ratio ${ratio.toFixed(2)}`, {
        bench: 'disclosure',
        name,
        as,
        ms,
        withoutMs: times.off,
        ratio,
      });
    }
  }
}

/** Of each the round that other work on the machine disturbed least, in milliseconds a question. */
async function inTurn(
  who: Readonly<Record<string, Client>>,
  ask: (client: Client) => Promise<unknown>,
): Promise<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, client] of Object.entries(who)) {
      const start = performance.now();
      for (let i = 0; i < ASKED_PER_ROUND; i += 1) await ask(client);
      const ms = (performance.now() - start) / ASKED_PER_ROUND;
      // The first round warms both alike.
      if (round > 0) best[name] = Math.min(ms, best[name] ?? ms);
    }
  }
  return best;
}

async function clientOf({ url, ctx }: BenchSetting, n: number): Promise<Client> {
  const org = `urn:epc:id:pgln:0614141.9${String(n).padStart(4, '0')}`;
  return createClient({ url, key: await createKeyHere(ctx, { role: 'capture', org }) });
}

/** As the installation's own, with a key that may query and not trace. */
async function withoutOthers({ url, ctx, owner }: BenchSetting): Promise<Client> {
  const key = await createKeyHere(ctx, { role: 'query' });
  await owner.query("update identity.api_key set scopes = '{query}' where secret_end = $1", [key.slice(-4)]);
  return createClient({ url, key });
}
