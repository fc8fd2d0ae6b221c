import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentOf, objectEvent } from '../../../../test/documents.ts';
import { type BodyLimits, type ErrorBehaviour, type ReceivedDocument, receiveDocument } from './receive-document.ts';
import { openSpoolFolder } from './spool-folder.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'suyuan-receive-'));
const spoolFolder = openSpoolFolder(dataDir, { isAlone: true });
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const WIDE: BodyLimits = { bytesMax: 1_000_000_000, eventsMax: 1_000_000 };

/** The document in pieces, as a network brings it. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 50_000) yield bytes.subarray(from, from + 50_000);
}

function receive(
  text: string,
  limits: Partial<BodyLimits> = {},
  errorBehaviour: ErrorBehaviour = 'rollback',
): Promise<ReceivedDocument> {
  const how = { binding: 'json', errorBehaviour, spoolFolder } as const;
  return receiveDocument(inPieces(Buffer.from(text)), how, { ...WIDE, ...limits });
}

/** What is spooled, as places in the document. */
async function spooled({ spool }: ReceivedDocument): Promise<number[]> {
  const indices: number[] = [];
  for await (const batch of spool.batches(JSON.parse)) indices.push(...batch.map(({ index }) => index));
  await spool.close();
  return indices;
}

const good = (): object => objectEvent();
const bad = (): object => objectEvent({ action: 'SOMETIMES' });

describe('a bound', () => {
  const text = documentOf([good(), good(), good()]);
  const bytes = Buffer.byteLength(text);

  test('of bytes is the last length that is taken', async () => {
    expect(await spooled(await receive(text, { bytesMax: bytes }))).toEqual([0, 1, 2]);
    await expect(receive(text, { bytesMax: bytes - 1 })).rejects.toMatchObject({ code: 'request.too-large' });
  });

  test('of events is the last number that is taken, those with faults too', async () => {
    expect(await spooled(await receive(text, { eventsMax: 3 }))).toEqual([0, 1, 2]);
    await expect(receive(text, { eventsMax: 2 })).rejects.toMatchObject({
      code: 'request.too-large',
      parameters: { limit: '2 events' },
    });
    const faulty = receive(documentOf([bad(), bad(), good()]), { eventsMax: 2 }, 'proceed');
    await expect(faulty).rejects.toMatchObject({ code: 'request.too-large' });
  });

  test('that is passed leaves no file behind', async () => {
    // More than the spool holds in memory.
    const large = Array.from({ length: 6 }, () => objectEvent({ 'ex:note': 'x'.repeat(1_000_000) }));
    await expect(receive(documentOf(large), { eventsMax: 5 })).rejects.toMatchObject({ code: 'request.too-large' });
    expect(readdirSync(spoolFolder.path())).toEqual([]);
  });
});

test('with proceed the events without a fault are kept, with rollback none behind the first fault; all are counted', async () => {
  const text = documentOf([good(), bad(), good(), bad(), good()]);
  for (const [errorBehaviour, kept] of [
    ['proceed', [0, 2, 4]],
    ['rollback', [0]],
  ] as const) {
    const document = await receive(text, {}, errorBehaviour);
    expect([document.eventCount, document.faults.count, document.faults.events]).toEqual([5, 2, 2]);
    expect(document.faults.told.map(({ eventIndex }) => eventIndex)).toEqual([1, 3]);
    expect(await spooled(document)).toEqual(kept);
  }
});

test('of many faults the first hundred are told and all are counted, with a broken end too', async () => {
  const text = documentOf(Array.from({ length: 105 }, bad));
  const { faults, spool } = await receive(text);
  await spool.close();
  expect([faults.told.length, faults.count, faults.events]).toEqual([100, 105, 105]);
  await expect(receive(text.slice(0, -1))).rejects.toMatchObject({ code: 'document.invalid', findingCount: 106 });
});

test('one chunk of many faulty events leaves turns to everybody else', async () => {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`{"epcisBody":{"eventList":[${'{},'.repeat(100_000)}{}]}}`);
  }
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  const limits = { bytesMax: 1_000_000, eventsMax: 1_000_000 };
  await expect(
    receiveDocument(body(), { binding: 'json', errorBehaviour: 'rollback', spoolFolder }, limits),
  ).rejects.toMatchObject({ code: 'document.invalid' });
  clearImmediate(next);
  expect(turns).toBeGreaterThan(2);
});
