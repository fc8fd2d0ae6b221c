/** What an agricultural cooperative records of its vegetables, as documents of events. */
type EventJson = Readonly<Record<string, unknown>>;

const LOTS = 'https://id.gs1.org/01/06901234567892/10/';
const EPCIS = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

export const lotOf = (name: string): string => LOTS + name;

export function documentOf(eventList: readonly EventJson[]): string {
  return JSON.stringify({
    '@context': [EPCIS, { agri: 'https://example.com/agri/' }],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-01-01T00:00:00Z' },
    epcisBody: { eventList },
  });
}

/** A pesticide with an interval of seven days; `time` as `06-01T07:00`, in 2026. */
export function spraying(lot: string, time: string, more: EventJson = {}): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', ...at(time), quantityList: crop(lot), bizStep: 'other' },
    ...{ 'agri:activity': 'input-use', 'agri:inputKind': 'pesticide', 'agri:inputName': '吡虫啉' },
    ...{ 'agri:inputSource': '东山农资店', 'agri:inputMaker': '海河农药厂', 'agri:inputUsage': '喷雾' },
    ...{ 'agri:inputDose': '20 g/亩', 'agri:inputPlace': '三号地块', 'agri:inputObject': '小白菜' },
    ...{ 'agri:withdrawalDays': 7, 'agri:inputStatus': 'permitted', 'agri:inputStopDate': `2026-${time.slice(0, 5)}` },
    ...more,
  };
}

export function harvest(field: string, lot: string, time: string): EventJson {
  return {
    ...{ type: 'TransformationEvent', ...at(time), bizStep: 'commissioning' },
    ...{ inputQuantityList: crop(field), outputQuantityList: crop(lot) },
    ...{ 'agri:activity': 'harvest', 'agri:productName': '小白菜', 'agri:productKind': 'vegetable' },
  };
}

export function sale(lot: string, time: string, more: EventJson = {}): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', ...at(time), quantityList: crop(lot), bizStep: 'shipping' },
    ...{ 'agri:productName': '小白菜', 'agri:productKind': 'vegetable', 'agri:origin': '江苏省苏州市' },
    ...{ 'agri:subjectKind': 'cooperative', 'agri:certificateForm': '1', 'agri:buyerName': '城南超市' },
    ...{ 'agri:buyerAddress': '苏州市城南路', 'agri:buyerContact': '0512-11111111' },
    ...more,
  };
}

/** A certificate of compliance of these lots, a line each. */
export function certificate(day: string, lots: readonly string[], more: EventJson = {}): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', ...at(`${day}T08:00`), bizStep: 'packing' },
    quantityList: lots.flatMap(crop),
    ...{ 'agri:certificateForm': '1', 'agri:origin': '江苏省苏州市', 'agri:responsible': '绿野合作社' },
    ...{ 'agri:contact': '0512-00000000', 'agri:certificateDate': `2026-${day}` },
    ...{ 'agri:commitments': ['no-banned-substances'], 'agri:commitmentBasis': 'quality-control' },
    ...more,
  };
}

const at = (time: string): EventJson => ({ eventTime: `2026-${time}:00+08:00`, eventTimeZoneOffset: '+08:00' });

function crop(lot: string): readonly EventJson[] {
  return [{ epcClass: lotOf(lot), quantity: 100, uom: 'KGM' }];
}
