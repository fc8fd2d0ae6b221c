/** What a farm records. */
import type { EventJson } from '../documents.ts';

const LOTS = 'https://id.gs1.org/01/06901234567892/10/';

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
