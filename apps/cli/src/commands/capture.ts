import { createReadStream } from 'node:fs';
import { type CaptureJobBody, RequestRefused } from '@suyuan/api';
import { type Command, Option } from 'commander';
import { jsonOption, Refused } from '../command.ts';
import { bindingOfFile, documentFiles } from '../document-files.ts';
import { createOutput } from '../output.ts';
import { withServer } from '../server-access.ts';
import { untilTaken } from '../until-taken.ts';

interface CaptureOptions {
  readonly proceed?: boolean;
  readonly personalData: 'keep' | 'refuse' | 'move';
  readonly json?: boolean;
}

export function declare(command: Command): Command {
  return command
    .argument(
      '<FILE|DIR...>',
      '文件，或查找 .json、.jsonld、.xml 文件的文件夹 · files, or folders of .json, .jsonld, .xml',
    )
    .option('--proceed', '文档有错误时保留其中有效的事件 · keep the valid events of a faulty document')
    .addOption(
      new Option(
        '--personal-data <HANDLING>',
        '文字中的电话和身份证号码：keep 照原样，refuse 拒绝，move 移入个人信息库，原处留代号 · telephone and identity numbers in texts: keep as sent, refuse, or move to the personal data and leave a reference',
      )
        .choices(['keep', 'refuse', 'move'])
        .default('keep'),
    )
    .addOption(jsonOption())
    .action(capture);
}

async function capture(paths: readonly string[], { proceed, personalData, json }: CaptureOptions): Promise<void> {
  const files = documentFiles(paths);
  const output = createOutput(json === true);
  const errorBehaviour = proceed === true ? 'proceed' : 'rollback';
  let refused = 0;
  await withServer(async ({ client }) => {
    for (const [index, file] of files.entries()) {
      output.progress(`${index + 1}/${files.length} ${file}`);
      try {
        const job = await untilTaken(() =>
          client.capture(fileBody(file), errorBehaviour, { format: bindingOfFile(file), personalData }),
        );
        const text = `${file}: 新增 ${job.capturedCount}，已有 ${job.duplicateCount}，错误 ${job.errorCount} · new ${job.capturedCount}, known ${job.duplicateCount}, errors ${job.errorCount}${movedText(job)}`;
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
}

function movedText({ movedCount }: CaptureJobBody): string {
  return movedCount === 0 ? '' : `；移入个人信息库 ${movedCount} · moved to the personal data ${movedCount}`;
}

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
