import { createReadStream } from 'node:fs';
import { findingLine } from '@suyuan/api';
import { type Finding, ScanFault, validateEnvelope, validateEvent } from '@suyuan/epcis';
import type { Command } from 'commander';
import { jsonOption, Refused } from '../command.ts';
import { bindingOfFile, documentFiles, scannerFor } from '../document-files.ts';
import { language } from '../language.ts';
import { createOutput } from '../output.ts';

export function declare(command: Command): Command {
  return command
    .argument(
      '<FILE|DIR...>',
      '文件，或查找 .json、.jsonld、.xml 文件的文件夹 · files, or folders of .json, .jsonld, .xml',
    )
    .addOption(jsonOption())
    .action(validate);
}

async function validate(paths: readonly string[], { json }: { readonly json?: boolean }): Promise<void> {
  const files = documentFiles(paths);
  const output = createOutput(json === true);
  let faulty = 0;
  for (const file of files) {
    const findings = await findingsOf(file);
    if (findings.length > 0) faulty += 1;
    const lines = findings.map((finding) => `    ${findingLine(finding, language())}`);
    output.line([`${findings.length === 0 ? '✓' : '✗'} ${file}`, ...lines].join('\n'), {
      file,
      valid: findings.length === 0,
      findings,
    });
  }
  if (faulty > 0) throw new Refused(`${faulty} / ${files.length} 份文档不符合标准 · documents are not valid`);
}

async function findingsOf(file: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const scanner = scannerFor(bindingOfFile(file));
  try {
    for await (const chunk of createReadStream(file)) {
      for (const { index, pointer, text, value, faults } of scanner.push(chunk)) {
        findings.push(
          ...(faults.length > 0
            ? faults
            : validateEvent(value, { eventIndex: index, pointer, text, binding: scanner.binding })),
        );
      }
    }
    const { envelope, text, faults } = scanner.end();
    return [...faults, ...validateEnvelope(envelope, text), ...findings];
  } catch (error) {
    if (error instanceof ScanFault) return [...findings, error.finding];
    throw error;
  }
}
