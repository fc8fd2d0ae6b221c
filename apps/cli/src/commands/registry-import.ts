import { readFileSync } from 'node:fs';
import { type Client, ENTRY_KINDS, type EntryKind, RequestRefused } from '@suyuan/api';
import type { Command } from 'commander';
import { jsonOption, newCommand, oneOf, Refused } from '../command.ts';
import { language } from '../language.ts';
import { createOutput, type Output } from '../output.ts';
import { withServer } from '../server-access.ts';
import { untilTaken } from '../until-taken.ts';

export function registryImportCommand(): Command {
  return newCommand(
    'import',
    '按 CSV 文件登记；一个文件有一处错误则整个文件不登记 · says what CSV files have; of a file with a fault nothing is stored',
  )
    .argument(
      '<FILE...>',
      'CSV 文件，UTF-8 或 GB18030，模板见 GET /v1/registry/csv · CSV files in UTF-8 or GB18030, after the template of GET /v1/registry/csv',
    )
    .requiredOption('--kind <KIND>', `登记什么 · what they are of: ${ENTRY_KINDS.join(', ')}`, oneOf(ENTRY_KINDS))
    .addOption(jsonOption())
    .action(importFiles);
}

interface ImportOptions {
  readonly kind: EntryKind;
  readonly json?: boolean;
}

async function importFiles(paths: readonly string[], { kind, json }: ImportOptions): Promise<void> {
  const output = createOutput(json === true);
  // All of them before any is sent.
  const files = paths.map((file) => ({ file, bytes: bytesOf(file) }));
  let refused = 0;
  await withServer(async ({ client }) => {
    for (const each of files) if (!(await isTaken(client, { ...each, kind }, output))) refused += 1;
  });
  if (refused > 0) throw new Refused(`${refused} / ${files.length} 个文件未登记 · files are not taken`);
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(readFileSync(file));
  } catch (error) {
    throw new Refused(`无法读取 ${file} · cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

interface CsvFile {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: EntryKind;
}

async function isTaken(client: Client, { file, bytes, kind }: CsvFile, output: Output): Promise<boolean> {
  try {
    const said = await untilTaken(() => client.sayCsv(kind, bytes));
    const { stored, unchanged } = said;
    output.line(`${file}: 登记 ${stored}，未变 ${unchanged} · stored ${stored}, unchanged ${unchanged}`, {
      file,
      ...said,
    });
    return true;
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    tellRefusal(file, error, output);
    return false;
  }
}

/** Each fault at its line, then how many there are; or why the file is none at all. */
function tellRefusal(file: string, { message: said, problem }: RequestRefused, output: Output): void {
  const { errors = [], errorCount = errors.length, code } = problem;
  if (errors.length === 0) return output.line(`✗ ${file}: ${said}`, { file, problem });
  for (const { pointer, rule, value, message } of errors) {
    const [, line, column] = pointer.split('/');
    const shown = value === undefined ? '' : `  ${value}`;
    output.line(`✗ ${file}: ${message[language()]}${shown}`, {
      file,
      line: Number(line),
      column,
      rule,
      value,
      message,
    });
  }
  const told = errorCount > errors.length ? `，列出前 ${errors.length} 处 · the first ${errors.length} are listed` : '';
  output.line(`${file}: 未登记，${errorCount} 处有误 · nothing is stored, ${errorCount} faults${told}`, {
    file,
    problem: code,
    faults: errorCount,
  });
}
