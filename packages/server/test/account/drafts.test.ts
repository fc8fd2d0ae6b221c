/** Four eyes: what one person wrote another lets in. And what somebody of another organisation confirms on the spot. */
import { createPublicKey, verify as verifyEd25519 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEvent, documentOf, objectEvent } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Browser, browser, deviceCode } from './browser.ts';
import { codeOf, countEvents, type Firm, type Firms, firmsOf } from './firms.ts';

let server: TestServer;
let firms: Firms;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
});
afterAll(() => server.close());

async function member({ page }: Firm, role: string): Promise<Browser> {
  const { body } = await page.ask('POST', '/v1/invitations', { name: '钱七', role });
  return firms.accept(body.url);
}

const document = () => JSON.parse(documentOf([objectEvent(), objectEvent()]));
const draft = async (page: Browser, body: unknown = document()): Promise<string> => {
  const answer = await page.ask('POST', '/v1/drafts', body);
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body.id;
};

describe('a draft', () => {
  test('waits, and is in no log, until somebody else releases it; then it is recorded by whoever wrote it', async () => {
    const firm = await firms.firm('四眼公司');
    const [writer, releaser] = [await member(firm, 'drafter'), await member(firm, 'releaser')];
    expect(await codeOf(writer, 'POST', '/epcis/events', JSON.parse(bareEvent(objectEvent())))).toBe('right.missing');
    const id = await draft(writer);
    expect(await countEvents(firm.page)).toBe(0);
    expect((await releaser.ask('GET', '/v1/drafts?state=waiting')).body.drafts).toEqual([
      expect.objectContaining({ id, events: 2, madeBy: expect.objectContaining({ name: '赵六' }) }),
    ]);
    expect(await codeOf(writer, 'POST', `/v1/drafts/${id}/release`)).toBe('right.missing');
    const { body } = await releaser.ask('POST', `/v1/drafts/${id}/release`);
    expect(body).toMatchObject({ state: 'released', decidedBy: { name: '赵六' } });
    expect(await countEvents(firm.page)).toBe(2);
    expect((await firm.page.ask('GET', `/epcis/capture/${body.captureID}`)).body).toMatchObject({
      success: true,
      capturedCount: 2,
    });
    const { rows } = await server.database.db.query<{ person: string }>(
      'select distinct r.person_id as person from events.received r where r.job_id = $1',
      [body.captureID],
    );
    expect(rows).toEqual([{ person: (await writer.ask('GET', '/v1/me')).body.id }]);
    const released = (await firm.page.ask('GET', '/v1/occurrences?kind=draft.released')).body.occurrences[0];
    expect(released).toMatchObject({ about: id, personId: (await releaser.ask('GET', '/v1/me')).body.id });
  });

  test('of one’s own is released by nobody but somebody else, also by an owner', async () => {
    const firm = await firms.firm('独一人公司');
    const id = await draft(firm.page);
    expect(await codeOf(firm.page, 'POST', `/v1/drafts/${id}/release`)).toBe('draft.own');
    expect(await codeOf(firm.page, 'DELETE', `/v1/drafts/${id}`)).toBe(204);
    expect(await codeOf(firm.page, 'DELETE', `/v1/drafts/${id}`)).toBe('draft.decided');
  });

  test('is released once, however many try at once', async () => {
    const firm = await firms.firm('并发公司');
    const writer = await member(firm, 'drafter');
    const releasers = await Promise.all([member(firm, 'releaser'), member(firm, 'releaser'), member(firm, 'releaser')]);
    const id = await draft(writer);
    await Promise.all(releasers.map((page) => page.ask('POST', `/v1/drafts/${id}/release`)));
    expect(await countEvents(firm.page)).toBe(2);
    expect(await codeOf(firm.page, 'POST', `/v1/drafts/${id}/release`)).toBe('draft.decided');
  });

  test('that is wrong is refused with its findings; one that is rejected says why', async () => {
    const firm = await firms.firm('退回公司');
    const [writer, releaser] = [await member(firm, 'drafter'), await member(firm, 'releaser')];
    const wrong = await writer.ask(
      'POST',
      '/v1/drafts',
      JSON.parse(documentOf([objectEvent({ eventTime: 'yesterday' })])),
    );
    expect([wrong.status, wrong.body.code, wrong.body.errors.length > 0]).toEqual([400, 'document.invalid', true]);
    expect(await codeOf(writer, 'POST', '/v1/drafts', JSON.parse(documentOf([])))).toBe('draft.empty');
    const id = await draft(writer);
    expect(await codeOf(releaser, 'POST', `/v1/drafts/${id}/reject`, { reason: '' })).toBe('request.invalid');
    expect(await codeOf(releaser, 'POST', `/v1/drafts/${id}/reject`, { reason: '数量不符' })).toBe(204);
    expect((await writer.ask('GET', `/v1/drafts/${id}`)).body).toMatchObject({ state: 'rejected', reason: '数量不符' });
    expect(await codeOf(releaser, 'POST', `/v1/drafts/${id}/release`)).toBe('draft.decided');
  });

  test('that the log refuses waits on, and nothing is lost', async () => {
    const firm = await firms.firm('冲突公司');
    const [writer, releaser] = [await member(firm, 'drafter'), await member(firm, 'releaser')];
    const event = objectEvent({ eventID: 'urn:uuid:00000000-0000-4000-8000-0000000000d1' });
    const id = await draft(writer, JSON.parse(documentOf([event])));
    await firm.page.ask('POST', '/epcis/events', JSON.parse(bareEvent({ ...event, bizStep: 'packing' })));
    expect(await codeOf(releaser, 'POST', `/v1/drafts/${id}/release`)).toBe('event.conflict');
    expect((await writer.ask('GET', `/v1/drafts/${id}`)).body).toMatchObject({
      state: 'waiting',
      document: { epcisBody: {} },
    });
  });

  test('another organisation’s is one that does not exist', async () => {
    const [mine, theirs] = [await firms.firm('我方'), await firms.firm('他方')];
    const id = await draft(mine.page);
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/release'],
      ['DELETE', ''],
    ] as const) {
      expect(await codeOf(theirs.page, method, `/v1/drafts/${id}${path}`)).toBe('resource.not-found');
    }
  });
});

describe('a countersignature', () => {
  const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000c1';
  const manager = { loginName: 'building.manager', password: '九月的电梯安静地走' };

  test('is of a person of another organisation, who proves who it is on the same device; anybody checks it', async () => {
    const [lifts, building] = [await firms.firm('电梯维保'), await firms.firm('大厦物业')];
    const { body } = await building.page.ask('POST', '/v1/invitations', { name: '孙经理', role: 'viewer' });
    const own = browser(server.url);
    await own.ask('POST', '/v1/links/invitation', {
      token: body.url.split('#')[1],
      person: { name: '孙经理', ...manager },
    });
    await lifts.page.ask('POST', '/epcis/events', JSON.parse(bareEvent(objectEvent({ eventID }))));
    const path = `/v1/events/${encodeURIComponent(eventID)}/countersignatures`;
    const given = { name: manager.loginName, password: manager.password, capacity: '大厦安全管理员' };
    const signed = await lifts.page.ask('POST', path, given);
    expect(signed.body).toMatchObject({ person: '孙经理', organisation: '大厦物业', capacity: '大厦安全管理员' });
    // No session came of it, on either side.
    expect((await lifts.page.ask('GET', '/v1/session')).body.person.name).toBe('赵六');
    const { keys } = await (await fetch(`${server.url}/v1/integrity/keys`)).json();
    const jwk = keys.find(({ kid }: { kid: string }) => kid === signed.body.keyId);
    const { statement, signature } = signed.body;
    const check = (text: string) =>
      verifyEd25519(
        null,
        Buffer.from(text),
        createPublicKey({ key: jwk, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      );
    expect([check(statement), check(statement.replace('孙经理', '李经理'))]).toEqual([true, false]);
    expect(JSON.parse(statement)).toMatchObject({
      event: { eventID, recordedBy: lifts.id, leaf: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect((await lifts.page.ask('GET', path)).body.countersignatures).toHaveLength(1);
    expect(await codeOf(building.page, 'GET', path)).toBe('resource.not-found');
    const noted = (await lifts.page.ask('GET', '/v1/occurrences?kind=event.countersigned')).body.occurrences[0];
    expect(noted.detail).toMatchObject({ eventID, sha256: expect.any(String) });
  });

  test('is nobody’s of the same organisation, nobody’s without a password or second factor, and of no record but one’s own', async () => {
    const [lifts, building] = [await firms.firm('维保二'), await firms.firm('物业二')];
    const id = 'urn:uuid:00000000-0000-4000-8000-0000000000c2';
    await lifts.page.ask('POST', '/epcis/events', JSON.parse(bareEvent(objectEvent({ eventID: id }))));
    const path = `/v1/events/${encodeURIComponent(id)}/countersignatures`;
    const join = async ({ page }: Firm, loginName: string): Promise<Browser> => {
      const { body } = await page.ask('POST', '/v1/invitations', { name: '周八', role: 'viewer' });
      const own = browser(server.url);
      const person = { name: '周八', loginName, password: '十月的稻子收割完了' };
      await own.ask('POST', '/v1/links/invitation', { token: body.url.split('#')[1], person });
      return own;
    };
    await join(lifts, 'colleague');
    const witness = await join(building, 'witness');
    const sign = (more: object) =>
      codeOf(lifts.page, 'POST', path, {
        name: 'witness',
        password: '十月的稻子收割完了',
        capacity: '安全员',
        ...more,
      });
    expect(await sign({ name: 'colleague' })).toBe('countersign.same-organisation');
    expect(await sign({ password: 'not it at all' })).toBe('sign-in.wrong');
    const { secret } = (await witness.ask('POST', '/v1/me/totp')).body;
    await witness.ask('POST', '/v1/me/totp/confirm', { code: deviceCode(secret, new Date()) });
    expect(await sign({})).toBe('sign-in.factor-wrong');
    await server.database.db.query('update identity.totp set last_step = 0');
    expect(await sign({ code: deviceCode(secret, new Date()) })).toBe(200);
    const strange = `/v1/events/${encodeURIComponent('urn:uuid:00000000-0000-4000-8000-0000000000c1')}/countersignatures`;
    expect(await codeOf(lifts.page, 'POST', strange, { name: 'witness', password: 'x', capacity: 'x' })).toBe(
      'resource.not-found',
    );
  });
});
