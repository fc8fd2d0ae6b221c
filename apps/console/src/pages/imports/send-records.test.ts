import { IMPORT_PART_BYTES } from '@suyuan/api';
import { expect, test } from 'vitest';
import { type Api, ApiProblem, createApi } from '../../api.ts';
import { sendRecords } from './send-records.ts';

const CHANGED = Date.parse('2026-11-01T00:00:00Z');
const BYTES = 2 * IMPORT_PART_BYTES + 10;
const FILE = new File([new Uint8Array(BYTES)], '进货.csv', { lastModified: CHANGED });
const OF = { pack: 'food', stage: 'receipt' } as const;
const BEGUN = { id: 'begun', ...OF, name: FILE.name, bytes: BYTES, state: 'uploading' };

interface Server {
  readonly begun?: readonly object[];
  readonly missing?: readonly number[];
  /** Answers to these, in their order, before any other. */
  readonly answers?: Readonly<Record<string, readonly (() => Response)[]>>;
}

/** A server, and what it was asked: the method, the last of the path, and how many bytes came. */
function serverOf({ begun = [], missing = [1, 2, 3], answers = {} }: Server): { api: Api; asked: string[] } {
  const asked: string[] = [];
  const left = new Map(Object.entries(answers).map(([what, all]) => [what, [...all]]));
  const api = createApi({
    async fetch(path, init) {
      const request = new Request(new URL(String(path), 'http://localhost'), init);
      const what = `${request.method} ${new URL(request.url).pathname.split('/').slice(3).join('/')}`;
      const told = what.replace(/[\da-f-]{36}/, 'new');
      const size = told.includes('parts') ? ` ${(await request.arrayBuffer()).byteLength}` : '';
      asked.push(told + size);
      const answer = left.get(told)?.shift();
      if (answer !== undefined) return answer();
      if (request.method === 'GET') return Response.json({ imports: begun });
      return size === '' ? Response.json({ missing }) : new Response(null, { status: 204 });
    },
    language: () => 'zh',
    onSignedOut: () => undefined,
    proveAgain: async () => false,
  });
  return { api, asked };
}

const watch = (shares: number[] = [], waits: boolean[] = []) => ({
  signal: new AbortController().signal,
  onSent: (share: number) => void shares.push(share),
  onWaiting: (isWaiting: boolean) => void waits.push(isWaiting),
  waitsMs: [0, 0],
});
const send = (api: Api, of = watch()) => sendRecords(api, { file: FILE, ...OF }, of);
const lost = (): Response => {
  throw new TypeError('Failed to fetch');
};
const busy = (): Response => new Response('', { status: 503 });

test('a file goes in parts, and a part that was lost goes again', async () => {
  const { api, asked } = serverOf({ answers: { 'PUT new/parts/2': [lost, busy] } });
  const [shares, waits]: [number[], boolean[]] = [[], []];
  expect(await send(api, watch(shares, waits))).toMatchObject({ wasBefore: false });
  const part = (number: number, size = IMPORT_PART_BYTES) => `PUT new/parts/${number} ${size}`;
  expect(asked).toEqual(['GET ', 'PUT new', part(1), part(2), part(2), part(2), part(3, 10), 'POST new/check']);
  expect(shares).toEqual([0, expect.closeTo(1 / 3), expect.closeTo(2 / 3), 1]);
  expect(waits.filter(Boolean)).toHaveLength(2);
  expect(waits.at(-1)).toBe(false);
});

test('what was begun of the same file goes on; one that was changed since begins anew', async () => {
  const later = serverOf({ begun: [{ ...BEGUN, madeAt: '2026-11-02T00:00:00Z' }], missing: [3] });
  expect(await send(later.api)).toEqual({ id: 'begun', wasBefore: false });
  expect(later.asked).toEqual(['GET ', 'PUT begun', 'PUT begun/parts/3 10', 'POST begun/check']);
  const changed = serverOf({ begun: [{ ...BEGUN, madeAt: '2026-10-31T00:00:00Z' }] });
  await send(changed.api);
  expect(changed.asked[1]).toBe('PUT new');
  const other = serverOf({ begun: [{ ...BEGUN, stage: 'sale', madeAt: '2026-11-02T00:00:00Z' }] });
  await send(other.api);
  expect(other.asked[1]).toBe('PUT new');
});

test('of a file that was sent before the import is told, and the second taken away', async () => {
  const id = '0b0b4b3e-0000-4000-8000-000000000001';
  const message = { zh: '原来的导入', en: 'The import' };
  const errors = [{ pointer: '/id', rule: 'import.exists', value: JSON.stringify(id), message }];
  const exists = () => Response.json({ code: 'import.exists', title: '上传过', status: 409, errors }, { status: 409 });
  const { api, asked } = serverOf({ answers: { 'POST new/check': [exists] } });
  expect(await send(api)).toEqual({ id, wasBefore: true });
  expect(asked.at(-1)).toBe('DELETE new');
});

test('a refusal is told at once, and a server that stays away at last', async () => {
  const refused = () => Response.json({ code: 'import.many', title: '太多', status: 409 }, { status: 409 });
  const { api, asked } = serverOf({ answers: { 'PUT new': [refused] } });
  await expect(send(api)).rejects.toMatchObject({ code: 'import.many' });
  expect(asked).toHaveLength(2);
  await expect(send(serverOf({ answers: { 'GET ': [lost, lost, lost] } }).api)).rejects.toBeInstanceOf(ApiProblem);
});
