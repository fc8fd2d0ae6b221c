import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { jsonOption, newCommand, Refused } from '../command.ts';
import { caseChecker, type FoundElsewhere } from '../kit/check-kit.ts';
import { kitOf } from '../kit/kit.ts';
import { isManifest, type Manifest } from '../kit/manifest.ts';
import { createOutput } from '../output.ts';
import { ownPacks } from '../own-packs.ts';

export function declare(command: Command): Command {
  return command
    .option('--out <FOLDER>', '写入的新文件夹 · a new folder to write', 'conformance-kit')
    .addOption(jsonOption())
    .action(write)
    .addCommand(
      newCommand('check', '检查检验包，或与他人系统的发现比较 · checks a kit, or compares what a system found')
        .argument('<FOLDER>', '检验包 · a kit')
        .option(
          '--findings <FILE>',
          '某系统的发现，每行一个用例的 JSON · what a system found, a line of JSON each case',
        )
        .addOption(jsonOption())
        .action(check),
    );
}

function write({ out, json }: { readonly out: string; readonly json?: boolean }): void {
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new Refused(`${out} 不是空的，请另选文件夹 · is not empty: choose another folder`);
  }
  const files = kitOf(ownPacks());
  for (const [file, text] of files) {
    const path = join(out, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { packs } = manifestIn(out);
  const [valid, invalid] = [sumOf(packs, 'valid'), sumOf(packs, 'invalid')];
  const text = `✓ ${out}: ${files.size} 个文件，${valid} 个合规用例，${invalid} 个不合规用例 · files, cases in order, cases not in order`;
  createOutput(json === true).line(text, { folder: out, files: files.size, valid, invalid });
}

function sumOf(packs: Manifest['packs'], kind: 'valid' | 'invalid'): number {
  return packs.reduce((sum, each) => sum + each[kind], 0);
}

interface CheckOptions {
  readonly findings?: string;
  readonly json?: boolean;
}

function check(folder: string, { findings, json }: CheckOptions): void {
  const output = createOutput(json === true);
  const manifest = manifestIn(folder);
  const found = findings === undefined ? undefined : foundIn(findings);
  let failed = 0;
  refusing(() => {
    const differenceOf = caseChecker(manifest, (file) => fileIn(folder, file), found);
    for (const each of manifest.cases) {
      const difference = differenceOf(each);
      if (difference === undefined) continue;
      failed += 1;
      output.line(`✗ ${each.id}: ${difference}`, { case: each.id, difference });
    }
  });
  const passed = manifest.cases.length - failed;
  output.line(`${passed} 个用例符合，${failed} 个不符合 · cases as expected, not as expected`, { passed, failed });
  if (failed > 0) throw new Refused(`${failed} 个用例不符合 · cases are not as expected`);
}

function manifestIn(folder: string): Manifest {
  const manifest = refusing((): unknown => JSON.parse(fileIn(folder, 'manifest.json')));
  if (isManifest(manifest)) return manifest;
  throw new Refused(`${folder} 的 manifest.json 有误 · has a faulty manifest.json`);
}

/** Names of files come from the kit: none leads out of it. */
function fileIn(folder: string, file: string): string {
  const path = normalize(file);
  if (path.startsWith('..') || path.startsWith('/')) throw new Error(`${file} is not in the kit`);
  return readFileSync(join(folder, path), 'utf8');
}

/** What is wrong with a file that was given is told, without where in the program. */
function refusing<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw new Refused(`无法检查 · cannot be checked: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
}

const Told = Type.Object({
  event: Type.Integer(),
  rule: Type.String(),
  element: Type.Optional(Type.String()),
  effect: Type.Enum(['refuse', 'flag', 'unknown']),
});
const lineShape = Compile(Type.Object({ case: Type.String(), findings: Type.Array(Told) }));

function foundIn(file: string): FoundElsewhere {
  const lines = refusing(() =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line)),
  );
  const found = lines.map((line, index) => {
    if (lineShape.Check(line)) return line;
    throw new Refused(`${file} 第 ${index + 1} 行不是用例的发现 · line ${index + 1} is no case with its findings`);
  });
  const byId = new Map(found.map((line) => [line.case, line.findings]));
  return (id) => byId.get(id);
}
