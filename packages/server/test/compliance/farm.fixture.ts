/** A farm that deals in agricultural products, whose records are judged as they come. */
import { expect } from 'vitest';
import { keepJudging } from '../../src/modules/compliance/index.ts';
import { packsOnce } from '../../src/modules/standards/index.ts';
import { documentOf, type EventJson } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

const LOTS = 'https://id.gs1.org/01/06901234567892/10/';
const AGRI = 'https://example.com/agri/';

export interface Farm {
  readonly server: TestServer;
  capture(events: readonly EventJson[]): Promise<{ readonly status: number; readonly body: Body }>;
  ask(path: string): Promise<Body>;
  /** Waits until nothing waits to be judged. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests
type Body = any;

export async function farm({ categories = ['edible-agri'], kind = 'enterprise' } = {}): Promise<Farm> {
  const server = await testServer();
  const { db, ctx } = server.database;
  await db.query('update identity.organisation set categories = $1, kind = $2, name = $3 where no = 1', [
    categories,
    kind,
    '东山合作社',
  ]);
  const judging = keepJudging({ ctx, packs: packsOnce() });
  const headers = {
    ...{ authorization: `Bearer ${server.key}`, 'content-type': 'application/json', 'accept-language': 'zh' },
  };
  const ask = async (path: string): Promise<Body> => (await fetch(server.url + path, { headers })).json();
  return {
    server,
    ask,
    async capture(events) {
      const body = documentOf(events, { '@context': [CONTEXT, { agri: AGRI }] });
      const response = await fetch(`${server.url}/epcis/capture`, { method: 'POST', body, headers });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
    async settle() {
      await expect
        .poll(async () => {
          const { rows } = await db.query<{ isDone: boolean }>(
            `select not exists (select from compliance.due) and not exists (select from compliance.due_code)
               and (select coalesce(max(first_position + octet_length(leaves) / 32), 0) from integrity.log)
                 = coalesce((select position from integrity.reader where name = 'compliance'), 0) as "isDone"`,
          );
          return rows[0]?.isDone;
        })
        .toBe(true);
    },
    async close() {
      await judging.close();
      await server.close();
    },
  };
}

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

function lots(...names: readonly string[]): readonly EventJson[] {
  return names.map((name) => ({ epcClass: LOTS + name, quantity: 100, uom: 'KGM' }));
}

const at = (time: string): EventJson => ({
  eventTime: `2026-${time}:00+08:00`,
  eventTimeZoneOffset: '+08:00',
});

/** A pesticide of seven days' interval. */
export function spraying(lot: string, time: string, more: EventJson = {}): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', ...at(time), quantityList: lots(lot), bizStep: 'other' },
    ...{ 'agri:activity': 'input-use', 'agri:inputKind': 'pesticide', 'agri:inputName': '吡虫啉' },
    ...{ 'agri:inputSource': '某农资店', 'agri:inputMaker': '某农药厂', 'agri:inputUsage': '喷雾' },
    ...{ 'agri:inputDose': '20 g/亩', 'agri:inputPlace': '三号地块', 'agri:inputObject': '小白菜' },
    ...{ 'agri:withdrawalDays': 7, 'agri:inputStatus': 'permitted', 'agri:inputStopDate': `2026-${time.slice(0, 5)}` },
    ...more,
  };
}

export function harvest(field: string, lot: string, time: string): EventJson {
  return {
    ...{ type: 'TransformationEvent', ...at(time), bizStep: 'commissioning' },
    ...{ inputQuantityList: lots(field), outputQuantityList: lots(lot) },
    ...{ 'agri:activity': 'harvest', 'agri:productName': '小白菜', 'agri:productKind': 'vegetable' },
  };
}

export function sale(lot: string, time: string, more: EventJson = {}): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', ...at(time), quantityList: lots(lot), bizStep: 'shipping' },
    ...{ 'agri:productName': '小白菜', 'agri:productKind': 'vegetable', 'agri:origin': '江苏省某市某县' },
    ...{ 'agri:subjectKind': 'cooperative', 'agri:certificateForm': '1', 'agri:buyerName': '城南超市' },
    ...{ 'agri:buyerAddress': '某市某路', 'agri:buyerContact': '0512-11111111' },
    ...more,
  };
}
