/** Organisations that an operator made, with their owners signed in; for tests. */
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { bareEvent, objectEvent } from '../documents.ts';
import type { TestServer } from '../test-server.ts';
import { type Answer, type Browser, browser, firstOwner } from './browser.ts';

export interface Firm {
  readonly page: Browser;
  readonly id: string;
}

export interface Firms {
  /** Owns the installation's own organisation, and so runs the installation. */
  readonly operator: Browser;
  firm(name: string, more?: object): Promise<Firm>;
  /** A new person who comes by a link, signed in. */
  accept(url: string): Promise<Browser>;
}

export const somebody = () => ({
  name: '赵六',
  loginName: `zhao.${randomBytes(5).toString('hex')}`,
  password: '八月的高粱红透了天',
});

export async function firmsOf(server: TestServer): Promise<Firms> {
  const operator = await firstOwner(server);
  const accept = async (url: string): Promise<Browser> => {
    const page = browser(server.url);
    const token = url.split('#')[1] ?? '';
    const { status, body } = await page.ask('POST', '/v1/links/invitation', { token, person: somebody() });
    expect([status, body.code]).toEqual([200, undefined]);
    return page;
  };
  return {
    operator,
    accept,
    async firm(name, more = {}) {
      const given = { name, kind: 'enterprise', owner: '赵六', ...more };
      const { status, body } = await operator.ask('POST', '/v1/operator/organisations', given);
      expect([status, body.code]).toEqual([200, undefined]);
      const page = await accept(body.url);
      return { page, id: (await page.ask('GET', '/v1/session')).body.organisation.id };
    },
  };
}

/** The problem that it is refused with, or the status. */
export async function codeOf(page: Browser, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await page.ask(method, path, body);
  return answer.status < 300 ? answer.status : answer.body.code;
}

/** Records an event of its own. */
export function record(page: Browser, headers: Record<string, string> = {}): Promise<Answer> {
  return page.ask('POST', '/epcis/events', JSON.parse(bareEvent(objectEvent())), headers);
}

/** How many events the organisation sees. */
export async function countEvents(page: Browser): Promise<number> {
  const { body } = await page.ask('GET', '/epcis/events');
  return body.epcisBody.queryResults.resultsBody.eventList.length;
}
