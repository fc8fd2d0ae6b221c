import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { findingLine } from '@suyuan/api';
import { type Finding, ScanFault, validateEnvelope, validateEvent } from '@suyuan/epcis';
import { type Command, Refused } from '../command.ts';
import { bindingOfFile, documentFiles, scannerFor } from '../document-files.ts';
import { createOutput } from '../output.ts';
import { language } from '../server-access.ts';

export const validateCommand: Command = {
  usage: 'suyuan validate FILE|DIR… [--json]',
  summary: '检查 EPCIS 2.0 文档，不采集 · check EPCIS 2.0 documents without capturing them',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const files = documentFiles(positionals);
    const output = createOutput(values.json === true);
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
  },
};

async function findingsOf(file: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const scanner = scannerFor(bindingOfFile(file));
  try {
    for await (const chunk of createReadStream(file)) {
      for (const { index, pointer, value, faults } of scanner.push(chunk)) {
        findings.push(
          ...(faults.length > 0
            ? faults
            : validateEvent(value, { eventIndex: index, pointer, binding: scanner.binding })),
        );
      }
    }
    const { envelope, faults } = scanner.end();
    return [...faults, ...validateEnvelope(envelope), ...findings];
  } catch (error) {
    if (error instanceof ScanFault) return [...findings, error.finding];
    throw error;
  }
}
