import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Client, createClient } from '@suyuan/api';
import { ensureBuilt } from '@suyuan/public';
import { serve, withKey } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, Refused } from '../command.ts';
import { type Checked, checkDocument, isEpcisDocument } from '../conformance/check-document.ts';
import { documentFiles } from '../document-files.ts';
import { createOutput } from '../output.ts';
import { withJoinedDatabase } from '../with-database.ts';

export function declare(command: Command): Command {
  return command
    .argument('<DIR>', 'EPCIS 文档的文件夹 · a folder of EPCIS documents')
    .addOption(jsonOption())
    .action(checkFolder);
}

async function checkFolder(folder: string, { json }: { readonly json?: boolean }): Promise<void> {
  const output = createOutput(json === true);
  const files = documentFiles([folder]).filter((file) => isEpcisDocument(readFileSync(file)));
  let passed = 0;
  let failed = 0;
  const tell = (file: string, { ok, told }: Checked): void => {
    if (ok) passed += 1;
    else failed += 1;
    const name = relative(folder, file) || file;
    output.line(`${ok ? '✓' : '✗'} ${name}: ${told}`, { file: name, passed: ok, told });
  };
  // Collections of examples use one event id for several events. What clashes with an earlier document is checked
  // again in an empty database, with the others that do.
  for (let left = files; left.length > 0; ) left = await withEmptyServer((client) => checkAll(client, left, tell));
  output.line(`${passed} passed, ${failed} failed`, { passed, failed });
  if (failed > 0) throw new Refused('有文档未通过 · some documents failed');
}

/** Checks each; returns those that clash with one before them. */
async function checkAll(
  client: Client,
  files: readonly string[],
  tell: (file: string, checked: Checked) => void,
): Promise<string[]> {
  const clashing: string[] = [];
  for (const [index, file] of files.entries()) {
    const checked = await checkDocument(client, file);
    if (checked.clashes === true && index > 0) clashing.push(file);
    else tell(file, checked);
  }
  return clashing;
}

/** A server with a database of its own, gone afterwards: nobody's data is touched. */
async function withEmptyServer<Result>(use: (client: Client) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-conformance-'));
  const config = { port: 0, host: '127.0.0.1', dataDir, logLevel: 'error' as const };
  try {
    const server = await serve(config, ensureBuilt);
    try {
      return await withJoinedDatabase(config, ({ ctx }) =>
        withKey(ctx, 'capture', (key) => use(createClient({ url: server.url, key, language: 'en' }))),
      );
    } finally {
      await server.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
