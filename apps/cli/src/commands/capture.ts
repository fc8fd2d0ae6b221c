import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { RequestRefused } from '@suyuan/api';
import { type Command, Refused } from '../command.ts';
import { bindingOfFile, documentFiles } from '../document-files.ts';
import { createOutput } from '../output.ts';
import { withServer } from '../server-access.ts';

export const captureCommand: Command = {
  usage: 'suyuan capture FILE|DIR… [--proceed] [--json]',
  summary: '采集 EPCIS 2.0 文档 · capture EPCIS 2.0 documents; --proceed keeps the valid events of a faulty one',
  async run(args) {
    const options = { proceed: { type: 'boolean' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const files = documentFiles(positionals);
    const output = createOutput(values.json === true);
    let refused = 0;
    await withServer(async ({ client }) => {
      for (const [index, file] of files.entries()) {
        output.progress(`${index + 1}/${files.length} ${file}`);
        try {
          const job = await client.capture(
            fileBody(file),
            values.proceed === true ? 'proceed' : 'rollback',
            bindingOfFile(file),
          );
          const text = `${file}: 新增 ${job.capturedCount}，已有 ${job.duplicateCount}，错误 ${job.errorCount} · new ${job.capturedCount}, known ${job.duplicateCount}, errors ${job.errorCount}`;
          output.line([text, ...job.errors.map(({ title }) => `    ${title}`)].join('\n'), { file, ...job });
          if (!job.success) refused += 1;
        } catch (error) {
          if (!(error instanceof RequestRefused)) throw error;
          refused += 1;
          output.line(`${file}: ${error.message}`, { file, problem: error.problem });
        }
      }
    });
    if (refused > 0) throw new Refused(`${refused} / ${files.length} 份文档被拒绝 · documents refused`);
  },
};

/** A file as a body that is read as it is sent. */
function fileBody(file: string): ReadableStream<Uint8Array> {
  const chunks = createReadStream(file, { highWaterMark: 1024 * 1024 })[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
