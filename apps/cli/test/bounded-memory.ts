import { expect } from 'vitest';
import { sendLargeDocument } from './large-document.ts';
import { makeStartedDataDir, removeDataDir, run, startProgram } from './program.ts';

export const MB = 1024 * 1024;

/** A server whose heap is smaller than what the document would take, were it ever held whole. */
export async function captureInBoundedMemory(bytes: number, heapMb: number): Promise<void> {
  const dataDir = makeStartedDataDir();
  try {
    const program = await startProgram(dataDir, { NODE_OPTIONS: `--max-old-space-size=${heapMb}` });
    const key = (await run(dataDir, 'key', 'create')).stdout.trim();
    const { status, events } = await sendLargeDocument(program.url, key, bytes);
    expect(status).toBe(202);
    expect(await (await fetch(`${program.url}/readyz`)).json()).toMatchObject({
      // The events, and the key that was made.
      log: { size: events + 1 },
    });
    await program.end('SIGTERM');
  } finally {
    removeDataDir(dataDir);
  }
}

/** In JSON, in XML and alone: a single event of so many bytes is refused with its place, and the next is stored. */
export async function refuseOneLargeEvent(bytes: number, heapMb: number): Promise<void> {
  const dataDir = makeStartedDataDir();
  try {
    const program = await startProgram(dataDir, { NODE_OPTIONS: `--max-old-space-size=${heapMb}` });
    const key = (await run(dataDir, 'key', 'create')).stdout.trim();
    const post = (path: string, type: string, body: string): Promise<Response> =>
      fetch(program.url + path, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${key}`, 'content-type': type },
      });
    const note = 'x'.repeat(bytes);
    const json = await post(
      '/epcis/capture',
      'application/json',
      `{"epcisBody":{"eventList":[{"ex:note":"${note}"}]}}`,
    );
    const xml = await post(
      '/epcis/capture',
      'application/xml',
      XML_DOCUMENT.replace('@', () => note),
    );
    for (const response of [json, xml]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ rule: 'json.too-large', eventIndex: 0, pointer: '/epcisBody/eventList/0' }],
      });
    }
    expect((await post('/epcis/events', 'application/json', `{"ex:note":"${note}"}`)).status).toBe(413);
    expect((await sendLargeDocument(program.url, key, MB)).status).toBe(202);
    expect(await program.end('SIGTERM')).toBe(0);
  } finally {
    removeDataDir(dataDir);
  }
}

const XML_DOCUMENT =
  '<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2"><EPCISBody><EventList><ObjectEvent><bizStep>@';
