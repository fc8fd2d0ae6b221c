/**
 * Writes docs/reference/openapi-v1.json and openapi-epcis.json, what the server says of itself: `node tools/write-openapi.ts`.
 * With `--check` it writes nothing and fails where a file is not what it would write. Needs no database and listens nowhere.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createApp } from '../packages/server/src/app.ts';
import { openKeyring, openSigningKey } from '../packages/server/src/modules/identity/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import { createAccess } from '../packages/server/src/platform/db/index.ts';
import { createLog } from '../packages/server/src/platform/log/index.ts';
import { isEntryPoint, ROOT, report } from './repository.ts';

/** A file, and the address whose answer it is. */
const DESCRIBED: readonly (readonly [file: string, address: string])[] = [
  ['docs/reference/openapi-v1.json', '/v1/openapi.json'],
  ['docs/reference/openapi-epcis.json', '/epcis/openapi.json'],
];

/** The routes with nothing behind them. Connections are made when they are first asked for, which a description never does. */
function describedApp(): ReturnType<typeof createApp> {
  return createApp({
    access: createAccess({ connectionString: 'postgres://nobody:none@127.0.0.1/none' }),
    clock: systemClock,
    log: createLog('silent'),
    sequencer: { sequence: async () => undefined, close: async () => undefined },
    keyring: openKeyring({ keys: `1:${Buffer.alloc(32).toString('base64')}` }),
    signingKey: openSigningKey('none'),
    spoolFolder: { path: () => '', remove: () => undefined },
    pages: { renderPage: () => '', PAGE_HEADERS: {}, assetsDir: import.meta.dirname },
  });
}

/** Path of each file to its text. */
export async function openapiReference(): Promise<ReadonlyMap<string, string>> {
  const app = describedApp();
  const texts = new Map<string, string>();
  for (const [file, address] of DESCRIBED) {
    const answer = await app.inject(address);
    if (answer.statusCode !== 200) throw new Error(`${address} answered ${answer.statusCode}: ${answer.body}`);
    texts.set(file, `${JSON.stringify(answer.json(), null, 2)}\n`);
  }
  await app.close();
  return texts;
}

/** One line a file under `root` that says something else. */
export function staleReference(root: string, texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts]
    .filter(([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text)
    .map(([file]) => `${file}: not what node tools/write-openapi.ts writes`);
}

if (isEntryPoint(import.meta.url)) {
  const texts = await openapiReference();
  if (process.argv.includes('--check')) {
    report('openapi', staleReference(ROOT, texts));
  } else {
    for (const [file, text] of texts) {
      mkdirSync(dirname(join(ROOT, file)), { recursive: true });
      writeFileSync(join(ROOT, file), text);
    }
  }
}
