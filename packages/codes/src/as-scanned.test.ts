import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../tools/growth.fixture.ts';
import { withCheckDigit } from './codes.fixture.ts';
import { canonical, detect } from './index.ts';

const G = '06951181105326';
const GTIN = `https://id.gs1.org/01/${G}`;
const UNIT = `${GTIN}/10/L1/21/S1`;
const DRUG = '81234560000000000017';
const VET = '202611230000112345678901';
const SEED = '郑单958\n某某种业有限公司\n12345678\nwww.example.cn/q';

/** What the text is first read as. */
function first(text: string): string | undefined {
  const [reading] = detect(text).readings;
  return reading?.wellFormed === true ? reading.canonical : undefined;
}

describe('QR codes of farm inputs', () => {
  test.each([
    `${VET},恩诺沙星注射液,某某兽药有限公司,兽药字010011234`,
    `${VET}，恩诺沙星注射液，某某兽药有限公司`,
    `追溯码：${VET},恩诺沙星注射液`,
  ])('veterinary drug %j', (text) => {
    expect(first(text)).toBe(`cn-veterinary-drug:${VET}`);
  });

  test.each([
    SEED,
    '品种名称：郑单958\n生产经营者名称：某某种业有限公司\n单元识别代码：12345678\n追溯网址：www.example.cn/q',
    '品种名称:郑单958\r\n生产经营者:某某种业有限公司\r\n单元识别代码:12345678\r\n信息追溯网址:www.example.cn/q\r\n',
    '品种名称：郑单958；生产经营者：某某种业有限公司；单元识别代码：12345678；追溯网址：www.example.cn/q',
  ])('seed label %j', (text) => {
    expect(first(text)).toBe(`cn-seed:${SEED}`);
  });
});

describe('links in texts', () => {
  test.each([
    'id.gs1.org/01/06951181105326/10/L1/21/S1',
    'www.example.cn/01/06951181105326/10/L1/21/S1?17=271231',
    `“${UNIT}”`,
    `"${UNIT}"`,
    `<${UNIT}>`,
    `「${UNIT}」`,
    `${UNIT}。`,
    `扫码查询${UNIT}。谢谢`,
    `请打开 ${UNIT}，查看追溯信息。`,
    `追溯信息见（${UNIT}）`,
    `See ${UNIT}, please.`,
    '追溯网址：www.example.cn/01/06951181105326/10/L1/21/S1。',
  ])('%j', (text) => {
    expect(first(text)).toBe(UNIT);
  });
});

test('a plain full stop may belong to the serial: with and without it are both offered', () => {
  expect(detect(`${UNIT}.`).readings.map(({ canonical: one }) => one)).toEqual([`${UNIT}.`, UNIT]);
});

describe('what apps wrap around a code', () => {
  const escaped = encodeURIComponent;
  test.each([
    `weixin://dl/business/?appid=wx0&path=pages/trace/index&query=${escaped(`code=${DRUG}`)}`,
    `weixin://dl/business/?t=abc&scene=${DRUG}`,
    `alipays://platformapi/startapp?appId=2021&page=${escaped(`pages/index/index?code=${DRUG}&from=box`)}`,
    `alipays://platformapi/startapp?appId=2021&query=${escaped(`qrCode=${escaped(`https://t.example.cn/q?c=${DRUG}`)}`)}`,
    `https://ds.alipay.com/?scheme=${escaped(`alipays://platformapi/startapp?appId=2021&page=${escaped(`pages/q?code=${DRUG}`)}`)}`,
    `https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0&redirect_uri=${escaped(`https://t.example.cn/s?code=${DRUG}`)}&scope=b#wechat_redirect`,
    `pages/index/index?scene=${escaped(`c=${DRUG}`)}`,
    `/pages/index/index?code=${DRUG}`,
    `code=${DRUG}&from=weixin`,
    `打开微信扫一扫 https://t.example.cn/mp?code=${DRUG}。`,
  ])('%j', (text) => {
    expect(first(text)).toBe(`cn-drug:${DRUG}`);
  });

  test('a link inside a parameter is read as the link that it is', () => {
    expect(first(`https://t.example.cn/open?url=${escaped(`https://q.example.cn/01/${G}/10/L1/21/S1`)}`)).toBe(UNIT);
    expect(first(`alipays://startapp?page=${escaped(`pages/q?q=${escaped(UNIT)}`)}`)).toBe(UNIT);
  });

  test.each([
    'https://t.example.cn/q?gtin=6951181105326&lot=L1&ser=S1',
    'https://t.example.cn/q?01=06951181105326&10=L1&21=S1&17=271231',
    'http://t.example.cn/?ser=S1&from=app&gtin=06951181105326&lot=L1',
    'https://t.example.cn/#/q?GTIN=6951181105326&LOT=L1&SER=S1',
    't.example.cn/q?gtin=6951181105326&lot=L1&ser=S1',
  ])('parameters of GB/T 33993, structure 3: %j', (text) => {
    expect(first(text)).toBe(UNIT);
  });

  test('a wrong check digit in a parameter that says GTIN is told', () => {
    expect(detect('https://t.example.cn/q?gtin=6951181105327&lot=L1').readings[0]).toMatchObject({
      wellFormed: false,
      refusal: { reason: 'check-digit' },
    });
  });
});

describe('what scanners do to symbols', () => {
  test.each([
    `01${G}10L1|21S1`,
    `|01${G}10L1|21S1|`,
    `01${G}10L1 21S1`,
    `~101${G}10L1~121S1`,
    `]C101${G}10L1~121S1`,
    `\\F01${G}10L1\\F21S1`,
    `01${G}10L1\\F21S1`,
    `01${G}10L1<GS>21S1`,
    `01${G}10L1^21S1`,
    `[)>\u001e05\u001d01${G}\u001d10L1\u001d21S1\u001e\u0004`,
    `[)><RS>05<GS>01${G}<GS>10L1<GS>21S1<RS><EOT>`,
    `[)>{RS}05{GS}01${G}10L1{GS}21S1{RS}{EOT}`,
    `[01]${G}[10]L1[21]S1`,
    `【01】${G}【10】L1【21】S1`,
    `（01）${G}（10）L1（21）S1`,
    `01${G}\n10L1\n21S1`,
  ])('%j', (text) => {
    expect(first(text)).toBe(UNIT);
  });

  test('a data identifier in an envelope is read', () => {
    const texts = detect('[)>\u001e06\u001d25SUN123456789ABC\u001e\u0004').readings.map(({ canonical: one }) => one);
    expect(texts).toContain('iso15459:25SUN123456789ABC');
  });

  // General Specifications §5.2.2.4: one row for each rule of zero suppression.
  test.each([
    ['01234505', '012000003455'],
    ['04252614', '042100005264'],
    ['01234531', '012300000451'],
    ['01234549', '012340000059'],
    ['01234558', '012345000058'],
  ])('UPC-E %s is the product of UPC-A %s', (short, long) => {
    const upcA = withCheckDigit(long.slice(0, -1));
    const upcE = short.slice(0, -1) + upcA.slice(-1);
    const readings = detect(upcE).readings.filter(({ wellFormed }) => wellFormed);
    expect(readings.map(({ canonical: one }) => one)).toContain(`https://id.gs1.org/01/00${upcA}`);
  });

  test('a second barcode after the first: both are offered, the first barcode too where the second is longer', () => {
    for (const text of [
      `6951181105326 ${DRUG}`,
      `6951181105326\n${DRUG}`,
      `6951181105326,${DRUG}`,
      `]E06951181105326]C0${DRUG}`,
      `6951181105326${DRUG}`,
    ]) {
      const found = detect(text).readings.map(({ canonical: one }) => one);
      expect(found, text).toContain(GTIN);
      expect(found, text).toContain(`cn-drug:${DRUG}`);
    }
  });

  test('two linear symbols of one pack make one unit', () => {
    expect(first(`]C101${G}]C110L1`)).toBe(GTIN);
    expect(first(`01${G}\n10L1\u001d21S1`)).toBe(UNIT);
  });
});

describe('a serial glued to its lot', () => {
  const both = (text: string) => detect(text).readings.map(({ canonical: one }) => one);

  test('is offered beside the long lot, and neither is taken silently', () => {
    for (const text of [`01${G}10LOT1A21S12345`, `01${G}1727123110LOT1A21S12345`]) {
      const { ambiguous } = detect(text);
      expect(both(text), text).toEqual(
        expect.arrayContaining([`${GTIN}/10/LOT1A21S12345`, `${GTIN}/10/LOT1A/21/S12345`]),
      );
      expect(ambiguous, text).toBe(true);
    }
  });

  test('is offered, and the lot stays the first, where other separators came through or a year has the digits', () => {
    for (const text of [`]d201${G}10LOT1A21S12345`, `01${G}1020211105`]) {
      const { ambiguous, readings } = detect(text);
      expect(readings[0]?.parts.serial, text).toBeUndefined();
      expect(readings.some(({ parts }) => parts.serial !== undefined)).toBe(true);
      expect(ambiguous, text).toBe(false);
    }
  });

  test('is the only reading where the two together are no lot', () => {
    const text = `01${G}10ABCDEFGHIJKL21MNOPQRSTUVWX`;
    expect(first(text)).toBe(`${GTIN}/10/ABCDEFGHIJKL/21/MNOPQRSTUVWX`);
  });

  test('is not looked for where the serial is there', () => {
    expect(detect(`01${G}10LOT21A\u001d21S1`).ambiguous).toBe(false);
    expect(first(`01${G}10LOT21A\u001d21S1`)).toBe(`${GTIN}/10/LOT21A/21/S1`);
  });
});

test('what the cleaning does to a text changes no spelling of it: canonical reads the text as it stands', () => {
  for (const text of [`${VET},恩诺沙星注射液`, `[01]${G}`, `01${G}10L1|21S1`, 'id.gs1.org/01/06951181105326']) {
    expect(canonical(text)).toBe(text);
  }
});

test('hostile wrappers are read in linear time', () => {
  for (const piece of ['a.b/', '%25', 'a=%3D&', '://', '[01]', '21', '|', ';a:b', '？。', 'x?y=']) {
    const read = (size: number): void => {
      detect(piece.repeat(size));
      detect(`https://a.b/c?d=${piece.repeat(size)}`);
      detect(`01${G}10${piece.repeat(size)}`);
    };
    expect(growth(read, 2_000), piece).toBeLessThan(LINEAR_MAX);
  }
});
