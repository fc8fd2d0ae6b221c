import { expect, test, vi } from 'vitest';
import { type Api, ApiProblem, createApi } from './api.ts';

const onSignedOut = vi.fn();
const proveAgain = vi.fn(async () => false);

/** An API whose server answers so, and what it was asked. */
function answering(answer: () => Response): { api: Api; asked: Request[] } {
  const asked: Request[] = [];
  const api = createApi({
    fetch: async (path, init) => {
      asked.push(new Request(new URL(String(path), 'http://localhost'), init));
      return answer();
    },
    language: () => 'en',
    onSignedOut,
    proveAgain,
  });
  return { api, asked };
}

const problem = (status: number, code: string): Response =>
  Response.json({ type: `urn:suyuan:problem:${code}`, title: 'Why', status, code }, { status });

/** What a call was refused with. */
const refusal = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const error = await call.catch((thrown: unknown) => thrown);
  if (error instanceof ApiProblem) return error;
  throw new Error('not refused', { cause: error });
};

test('asks in the language chosen, with the cookie, in JSON', async () => {
  const { api, asked } = answering(() => Response.json({ stage: 'full' }));
  expect(await api.send('POST', '/v1/session', { name: '王' })).toEqual({ stage: 'full' });
  const [request] = asked;
  expect(request?.headers.get('accept-language')).toBe('en');
  expect(request?.headers.get('content-type')).toBe('application/json');
  expect(request?.credentials).toBe('same-origin');
  expect(await request?.json()).toEqual({ name: '王' });
});

test('an answer without content is null', async () => {
  const { api } = answering(() => new Response(null, { status: 204 }));
  expect(await api.send('DELETE', '/v1/session')).toBeNull();
});

test('a refusal carries the code and the sentence of the server', async () => {
  const { api } = answering(() => problem(401, 'sign-in.wrong'));
  expect(await refusal(api.get('/v1/session'))).toMatchObject({ status: 401, code: 'sign-in.wrong', title: 'Why' });
  expect(onSignedOut).not.toHaveBeenCalled();
});

test('where the session is gone, whoever leads to the sign-in page is told', async () => {
  const { api } = answering(() => problem(401, 'session.missing'));
  await refusal(api.get('/v1/session'));
  expect(onSignedOut).toHaveBeenCalledOnce();
});

test('the head of what a path gives is told without it; a refusal of that, which has no words, is one', async () => {
  onSignedOut.mockClear();
  const { api, asked } = answering(() => new Response(null, { headers: { 'suyuan-export-records': '7' } }));
  expect((await api.head('/v1/exports/events')).get('suyuan-export-records')).toBe('7');
  expect(asked.at(0)?.method).toBe('HEAD');
  const { api: refusing } = answering(() => new Response(null, { status: 503 }));
  expect(await refusal(refusing.head('/v1/exports/events'))).toMatchObject({ status: 503 });
  expect(onSignedOut).not.toHaveBeenCalled();
  const { api: signedOut } = answering(() => new Response(null, { status: 401 }));
  await refusal(signedOut.head('/v1/exports/events'));
  expect(onSignedOut).toHaveBeenCalledOnce();
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a file goes as it is, and again after a fresh proof; what comes of it is read as JSON', async () => {
  const answers = [problem(403, 'session.stale'), Response.json({ made: 2 })];
  const { api, asked } = answering(() => answers.shift() ?? Response.error());
  proveAgain.mockResolvedValueOnce(true);
  expect(await api.sendFile('/v1/branches/sheet', new Blob(['PK'], { type: XLSX }))).toEqual({ made: 2 });
  const again = asked.at(1);
  expect([again?.method, again?.headers.get('content-type')]).toEqual(['POST', XLSX]);
  expect(again?.headers.get('accept-language')).toBe('en');
  expect(await again?.text()).toBe('PK');
});

test('a file is given the time that its way takes', async () => {
  const limit = vi.spyOn(AbortSignal, 'timeout');
  const { api } = answering(() => Response.json({}));
  await api.get('/v1/session');
  await api.sendFile('/v1/branches/sheet', new Blob([]));
  expect(limit.mock.calls).toEqual([[60_000], [180_000]]);
  limit.mockRestore();
});

test('a file is got as it is; a refusal of it, and a page in its place, are told', async () => {
  const { api, asked } = answering(() => new Response('PK', { headers: { 'content-type': XLSX } }));
  expect(await (await api.getFile('/v1/branches/sheet', XLSX)).text()).toBe('PK');
  expect(asked.at(0)?.headers.get('accept')).toBe(XLSX);
  const { api: refusing } = answering(() => problem(403, 'right.missing'));
  expect(await refusal(refusing.getFile('/v1/branches/sheet', XLSX))).toMatchObject({ code: 'right.missing' });
  const { api: behindProxy } = answering(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  expect(await refusal(behindProxy.getFile('/v1/branches/sheet', XLSX))).toMatchObject({ code: 'unreadable' });
});

test('an answer that breaks off is none', async () => {
  const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) });
  const { api } = answering(() => new Response(broken));
  expect(await refusal(api.get('/v1/session'))).toMatchObject({ code: 'offline' });
});

test('no answer, and an answer that is none of ours, are told apart', async () => {
  const { api: unreachable } = answering(() => {
    throw new TypeError('Failed to fetch');
  });
  expect(await refusal(unreachable.get('/v1/session'))).toMatchObject({ status: 0, code: 'offline' });
  for (const status of [200, 502]) {
    const { api } = answering(() => new Response('<html>', { status }));
    expect(await refusal(api.get('/v1/session'))).toMatchObject({ status, code: 'unreadable' });
  }
});

test('what needs a fresh proof is asked once more when it was given, and refused when it was not', async () => {
  let isProven = false;
  const stale = answering(() => (isProven ? Response.json({ made: true }) : problem(403, 'session.stale')));
  expect(await refusal(stale.api.send('POST', '/v1/keys', { label: 'x' }))).toMatchObject({ code: 'session.stale' });
  expect(stale.asked).toHaveLength(1);
  proveAgain.mockImplementationOnce(async () => {
    isProven = true;
    return true;
  });
  expect(await stale.api.send('POST', '/v1/keys', { label: 'x' })).toEqual({ made: true });
  expect(await stale.asked.at(-1)?.json()).toEqual({ label: 'x' });
});

test('a proof that did not help is not asked for again and again', async () => {
  proveAgain.mockClear();
  proveAgain.mockResolvedValueOnce(true);
  const { api, asked } = answering(() => problem(403, 'session.stale'));
  expect(await refusal(api.get('/v1/me'))).toMatchObject({ code: 'session.stale' });
  expect([asked.length, proveAgain.mock.calls.length]).toEqual([2, 1]);
});

test('a refusal says how long to wait, where the server does', async () => {
  const { api } = answering(() =>
    Response.json({ code: 'sign-in.blocked', title: 'Wait' }, { status: 429, headers: { 'retry-after': '30' } }),
  );
  expect(await refusal(api.get('/v1/session'))).toMatchObject({ code: 'sign-in.blocked', retryAfterS: 30 });
});

const watch = () => ({ signal: new AbortController().signal, onBytes: vi.fn() });

test('a file comes with its name, and is told as it comes', async () => {
  const headers = { 'content-disposition': 'attachment; filename="a.backup"' };
  const { api, asked } = answering(() => new Response('12345', { headers }));
  const watched = watch();
  const { name, file } = await api.download('/v1/operator/backup', { passphrase: 'x' }, watched);
  expect([name, await file.text()]).toEqual(['a.backup', '12345']);
  expect(watched.onBytes).toHaveBeenLastCalledWith(5);
  expect(await asked[0]?.json()).toEqual({ passphrase: 'x' });
});

test('a file that is cut short is none', async () => {
  const cut = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(3));
        controller.error(new TypeError('terminated'));
      },
    });
  const { api } = answering(() => new Response(cut()));
  expect(await refusal(api.download('/v1/operator/backup', {}, watch()))).toMatchObject({ code: 'offline' });
  const refused = answering(() => problem(409, 'backup.under-way'));
  expect(await refusal(refused.api.download('/v1/operator/backup', {}, watch()))).toMatchObject({
    code: 'backup.under-way',
  });
});
