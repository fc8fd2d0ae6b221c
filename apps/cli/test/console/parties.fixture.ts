/** Organisations that take part in one chain, and what they record, beside the pages of the console. */
import { expect, vi } from 'vitest';
import type { RunningConsole } from './console.fixture.ts';
import type { Tab } from './tab.fixture.ts';

/** What the server answers, which refused nothing. */
export async function done(tab: Tab, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await tab.ask(method, path, body);
  expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
}

interface NewParty {
  readonly organisation: object;
  readonly loginName: string;
}

/** Signed in as the owner, 赵六, of an organisation that the operator adds. */
export async function ownerOf(at: RunningConsole, operator: Tab, party: NewParty): Promise<Tab> {
  const owner = '赵六';
  const made = await done(operator, 'POST', '/v1/operator/organisations', { ...party.organisation, owner });
  return joined(at, made, { name: owner, loginName: party.loginName, password: '九月的海风吹过渔港' });
}

/** Signed in as the person, who was invited by a link. */
export async function joined(at: RunningConsole, invited: unknown, person: object): Promise<Tab> {
  const token = String(Object(invited).url).split('#')[1];
  const tab = await at.tab({ timezoneId: 'Asia/Shanghai' });
  await done(tab, 'POST', '/v1/links/invitation', { token, person });
  return tab;
}

interface NewEvent {
  readonly epc: string;
  /** Further members of an EPCIS event. */
  readonly [member: string]: unknown;
}

/** Has the organisation of the tab record one event of the code, and waits until it is in the trace of that code. */
export async function record(at: RunningConsole, tab: Tab, event: NewEvent): Promise<void> {
  const { epc, ...more } = event;
  const before = Object((await trace(tab, epc)).body).events?.length ?? 0;
  const { secret } = Object(await done(tab, 'POST', '/v1/keys', { label: '扫码枪', role: 'capture' }));
  const recorded = {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', epcList: [epc] },
    ...{ eventTime: '2026-03-01T08:00:00Z', eventTimeZoneOffset: '+08:00', ...more },
  };
  const document = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-01T08:00:00Z',
    epcisBody: { eventList: [recorded] },
  };
  const answer = await fetch(`${at.program.url}/epcis/capture`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(document),
  });
  expect(answer.status).toBe(202);
  const count = async () => Object((await trace(tab, epc)).body).events;
  await vi.waitFor(async () => expect(await count()).toHaveLength(before + 1), { timeout: 30_000 });
}

export function trace(tab: Tab, code: string) {
  return tab.ask('GET', `/v1/trace?${new URLSearchParams({ code })}`);
}
