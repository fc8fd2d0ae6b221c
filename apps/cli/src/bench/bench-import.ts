/**
 * Rows of a file of goods received, from the first part that is sent to the last that is recorded, beside the capture of as many
 * events of the same size by a program; what the server needs for it, and how long it answers nobody meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { IMPORT_PART_BYTES, type ImportWhole } from '@suyuan/api';
import type { Output } from '../output.ts';
import type { BenchSetting } from './bench-capture.ts';
import { mb, memoryOf, watching } from './watching.ts';

const HEAD = ['购进日期', '货品编码', '批号', '数量', '单位', '供货者名称', '产品名称'].join();
const GTIN = '06901234567892';
const AT_ONCE = 500; // events of a document, as of a step of an import

export async function benchImport(setting: BenchSetting, rows: number, output: Output): Promise<void> {
  await setting.owner.query("update identity.organisation set categories = '{food}'");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const before = await memoryOf(setting);
  const watch = watching(setting);
  const file = Buffer.from([HEAD, ...Array.from({ length: rows }, (_, i) => rowOf(i))].join('\r\n'));
  const path = `/v1/imports/${randomUUID()}`;
  const start = performance.now();
  await send(setting, file, path);
  const checked = await until(setting, path, 'checked');
  const checkedMs = performance.now() - start;
  await ask(setting, `POST ${path}/recording`);
  const done = await until(setting, path, 'recorded');
  const ms = performance.now() - start;
  const { slowestMs, most } = await watch.end();
  if (checked.good !== rows || done.recorded !== rows)
    throw new Error(`${done.recorded} of ${rows} rows were recorded`);
  const captureMs = await captured(setting, rows);
  const rate = (of: number): number => Math.round((rows / of) * 1000);
  output.line(
    `import: ${rows} rows in ${Math.round(ms / 100) / 10} s, ${rate(ms)} rows/s (checked after ${Math.round(checkedMs / 100) / 10} s)\n` +
      `capture of as many events: ${rate(captureMs)} events/s\nratio: ${(captureMs / ms).toFixed(2)}\n` +
      `memory of the server: ${mb(most)} MB at most, ${mb(before)} MB before; slowest answer of /healthz: ${Math.round(slowestMs)} ms`,
    {
      bench: 'import',
      ...{ rows, ms: Math.round(ms), checkedMs: Math.round(checkedMs), rowsPerSecond: rate(ms), ratio: captureMs / ms },
      ...{ memoryMb: mb(most), memoryBeforeMb: mb(before), healthSlowestMs: Math.round(slowestMs) },
    },
  );
}

const rowOf = (i: number): string => ['2026-10-01', GTIN, `L${i}`, '10', '千克', '青山粮油公司', '小麦粉'].join();

async function ask({ url, key }: BenchSetting, what: string, body?: BodyInit): Promise<Response> {
  const [method = '', path = ''] = what.split(' ');
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': type }) };
  const answer = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function send(setting: BenchSetting, file: Buffer, path: string): Promise<void> {
  const about = { pack: 'food', stage: 'receipt', name: 'bench.csv', bytes: file.length };
  await ask(setting, `PUT ${path}`, JSON.stringify(about));
  for (let number = 1; (number - 1) * IMPORT_PART_BYTES < file.length; number += 1) {
    const part = file.subarray((number - 1) * IMPORT_PART_BYTES, number * IMPORT_PART_BYTES);
    await ask(setting, `PUT ${path}/parts/${number}`, new Uint8Array(part));
  }
  await ask(setting, `POST ${path}/check`);
}

async function until(setting: BenchSetting, path: string, state: ImportWhole['state']): Promise<ImportWhole> {
  for (;;) {
    const found: ImportWhole = await (await ask(setting, `GET ${path}`)).json();
    if (found.state === state) return found;
    if (found.state === 'failed') throw new Error(found.problem?.message.en ?? 'the import failed');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function captured({ client }: BenchSetting, count: number): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < count; from += AT_ONCE) {
    const eventList = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => eventOf(from + i));
    await client.capture(
      JSON.stringify({
        '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { x: 'https://example.com/x/' }],
        ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-10-01T00:00:00Z' },
        epcisBody: { eventList },
      }),
    );
  }
  return performance.now() - start;
}

const eventOf = (i: number): object => ({
  ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'receiving', eventTimeZoneOffset: '+08:00' },
  ...{ eventID: `urn:uuid:${randomUUID()}`, eventTime: '2026-10-01T00:00:00.000+08:00' },
  quantityList: [{ epcClass: `https://id.gs1.org/01/${GTIN}/10/C${i}`, quantity: 10, uom: 'KGM' }],
  ...{ 'x:activity': 'receipt', 'x:supplierName': '青山粮油公司', 'x:productName': '小麦粉' },
});
