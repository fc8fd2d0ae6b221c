/** Phones of the local network in the console: how they come, what they compare, and that they sign in over HTTPS. */
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, OWNER, type RunningConsole, runConsole } from './console.fixture.ts';
import { type Tab, tabOf } from './tab.fixture.ts';

let at: RunningConsole;
let owner: Tab;

beforeAll(async () => {
  at = await runConsole({ SUYUAN_LAN: '127.0.0.1', SUYUAN_HTTPS_PORT: '0' });
  owner = await at.firstStart();
}, 180_000);
afterAll(() => at?.close());

/** Where phones come, as the program prints it. */
function phoneUrl(): string {
  return /https:\/\/\S+/.exec(at.program.printed())?.[0] ?? '';
}

const openCard = (tab: Tab, name = '用手机打开') => tab.page.getByRole('button', { name, exact: true }).click();

/** As a server of other networks would answer. */
async function answerReach(tab: Tab, body: object): Promise<void> {
  await tab.page.route('**/v1/reach', (route) => route.fulfill({ json: body }));
}

test('the card is folded, and shows the address, and the fingerprint of the file that a phone downloads', async () => {
  await owner.open('', `${OWNER.name}，您好`);
  await owner.expectUsable('home-phone-folded');
  expect(await owner.page.getByText('信任本机证书').isVisible()).toBe(false);
  await openCard(owner);
  await owner.page.getByText(`${phoneUrl()}/ca.crt`, { exact: true }).waitFor();
  await owner.page.getByText(`${phoneUrl()}/console`, { exact: true }).waitFor();
  await owner.page.getByRole('img', { name: '二维码：证书的地址' }).waitFor();
  await owner.page.getByRole('img', { name: '二维码：这里的地址' }).waitFor();
  await owner.expectUsable('home-phone');
  const phone = await at.tab({ ignoreHTTPSErrors: true });
  const file = await phone.page.request.get(`${phoneUrl()}/ca.crt`);
  const { fingerprint256 } = new X509Certificate(await file.body());
  const shown = await owner.page.locator('.fingerprint').innerText();
  expect(shown.split(/\s+/).filter((group) => group !== '')).toEqual(fingerprint256.replaceAll(':', '').match(/.{4}/g));
  await phone.close();
});

test('a phone signs in over HTTPS, keeps a cookie that goes over TLS alone, and is not told how to come', async () => {
  const phone = await at.tab({ ignoreHTTPSErrors: true, isMobile: true, hasTouch: true });
  const tab = tabOf(phone.page, phoneUrl());
  await tab.open('sign-in', '登录');
  await tab.page.getByLabel('登录名').fill(OWNER.loginName);
  await tab.page.getByLabel('密码', { exact: true }).fill(OWNER.password);
  await tab.page.getByRole('button', { name: '登录', exact: true }).click();
  await tab.page.getByRole('heading', { level: 1, name: `${OWNER.name}，您好` }).waitFor();
  await tab.quiet();
  expect(await tab.page.context().cookies(phoneUrl())).toEqual([
    expect.objectContaining({ name: '__Host-suyuan', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' }),
  ]);
  expect(await tab.page.getByText('用手机打开').count()).toBe(0);
  await tab.close();
});

test('of several addresses the likely one is to scan, the others to type; a known certificate needs no trust', async () => {
  const sha256 = Array.from({ length: 32 }, (_, at) => (at * 8).toString(16).padStart(2, '0').toUpperCase()).join(':');
  const addresses = ['https://192.168.1.20:8443', 'https://10.0.0.7:8443', 'https://shop-pc.local:8443'];
  const authority = { sha256, expiresAt: '2036-01-01T00:00:00.000Z' };
  await answerReach(owner, { isOpen: true, addresses, authority });
  await owner.open('', `${OWNER.name}，您好`);
  await openCard(owner);
  await owner.page
    .getByRole('listitem')
    .filter({ hasText: /^https:\/\/shop-pc\.local:8443\/console$/ })
    .waitFor();
  expect(await owner.page.getByText('/ca.crt').allInnerTexts()).toEqual(['https://192.168.1.20:8443/ca.crt']);
  await owner.expectUsable('home-phone-several');
  await answerReach(owner, { isOpen: true, addresses: ['https://shop.example:8443'], authority: null });
  await owner.open('', `${OWNER.name}，您好`);
  await openCard(owner);
  await owner.page.getByText('https://shop.example:8443/console', { exact: true }).waitFor();
  expect(await owner.page.getByText('信任本机证书').count()).toBe(0);
  await owner.expectUsable('home-phone-known');
  await answerReach(owner, { isOpen: true, addresses: [], authority });
  await owner.open('', `${OWNER.name}，您好`);
  await openCard(owner);
  await owner.page.getByText('这台电脑不在局域网中').waitFor();
});

test('in English and in the dark', async () => {
  const tab = await at.tab({ locale: 'en-GB', colorScheme: 'dark' });
  const person = { name: OWNER.loginName, password: OWNER.password };
  expect((await tab.ask('POST', '/v1/session', person)).status).toBe(200);
  await tab.open('', `Hello, ${OWNER.name}`);
  await openCard(tab, 'Open on a phone');
  await tab.page.getByText('Compare the SHA-256 fingerprint in the details').waitFor();
  await tab.expectUsable('home-phone-en');
  await tab.close();
});

test('where phones are not let in, who runs the program is told how; nobody else is', async () => {
  const closed = { isOpen: false, addresses: [], authority: null };
  await answerReach(owner, closed);
  await owner.open('', `${OWNER.name}，您好`);
  await owner.page.getByText('SUYUAN_LAN=on', { exact: true }).waitFor();
  await owner.expectUsable('home-phone-closed');
  const made = await owner.ask('POST', '/v1/invitations', { name: MEMBER.name, role: 'viewer' });
  const token = String(Object(made.body).url).split('#')[1];
  const member = await at.tab();
  expect((await member.ask('POST', '/v1/links/invitation', { token, person: MEMBER })).status).toBe(200);
  await answerReach(member, closed);
  await member.open('', `${MEMBER.name}，您好`);
  expect(await member.page.getByText('SUYUAN_LAN').count()).toBe(0);
  await member.close();
});

test('no page complained', () => expect(at.complaints).toEqual([]));
