/** Somebody at a browser, as far as requests go: cookies, and where a request comes from. */
import { createHmac } from 'node:crypto';
import { beginFirstStart } from '../../src/modules/identity/index.ts';
import type { TestServer } from '../test-server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came
  readonly body: any;
}

export interface Browser {
  readonly cookie: string | undefined;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** Holds cookies like a browser, and says like one that its requests come from the server's own pages. */
export function browser(url: string, given: Record<string, string> = {}): Browser {
  const jar = new Map<string, string>();
  const cookie = (): string | undefined =>
    jar.size === 0 ? undefined : [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    get cookie() {
      return cookie();
    },
    async ask(method, path, body, headers = {}) {
      const held = cookie();
      const answer = await fetch(url + path, {
        method,
        headers: {
          'accept-language': 'en',
          'sec-fetch-site': 'same-origin',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(held === undefined ? {} : { cookie: held }),
          ...given,
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === '' || /expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(name);
        else jar.set(name, value);
      }
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
    },
  };
}

export const OWNER = { name: '王建国', loginName: 'wang.jianguo', password: '四月的麦田与风筝' };

/** The first person of a server, signed in. */
export async function firstOwner(server: TestServer): Promise<Browser> {
  const token = await beginFirstStart(server.database.ctx, undefined);
  const page = browser(server.url);
  const answer = await page.ask('POST', '/v1/links/first-start', {
    token,
    person: OWNER,
    organisation: { name: '青山果园' },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return page;
}

/** What a device shows at a moment, from what it was told to keep (RFC 6238), by other means than the product's. */
export function deviceCode(secret: string, at: Date): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
