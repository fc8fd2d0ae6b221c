/** What the columns of a list of a trace are called, where it is written as a table. */
import type { Text } from '@suyuan/epcis';
import type { TraceAnomaly, TraceCustody, TraceEventRow, TraceLink, TraceUnit } from '../trace.ts';

interface Rows {
  readonly units: TraceUnit;
  readonly events: TraceEventRow;
  readonly links: TraceLink;
  readonly custody: TraceCustody;
  readonly anomalies: TraceAnomaly;
}
type Columns<Row> = { readonly [Name in keyof Required<Row>]: Text };

const CODE: Text = { zh: '编码', en: 'Code' };
const PRODUCT: Text = { zh: '产品', en: 'Product' };
const KIND: Text = { zh: '类别', en: 'Kind' };
const PARTY: Text = { zh: '单位', en: 'Party' };
const RECORD: Text = { zh: '记录', en: 'Record' };
const SINCE: Text = { zh: '起', en: 'Since' };
const UNTIL: Text = { zh: '止', en: 'Until' };

const COLUMNS: { readonly [List in keyof Rows]: Columns<Rows[List]> } = {
  units: {
    code: CODE,
    role: { zh: '角色', en: 'Role' },
    hops: { zh: '相隔环节', en: 'Hops' },
    since: SINCE,
    until: UNTIL,
    product: PRODUCT,
    holder: { zh: '现在在谁手里', en: 'Holder' },
  },
  events: {
    eventTime: { zh: '时间', en: 'Time' },
    eventTimeZoneOffset: { zh: '时区', en: 'Time zone' },
    type: KIND,
    eventID: RECORD,
    bizStep: { zh: '环节', en: 'Step' },
    disposition: { zh: '状态', en: 'Disposition' },
    readPoint: { zh: '读取点', en: 'Read point' },
    bizLocation: { zh: '场所', en: 'Place' },
    party: PARTY,
    units: { zh: '货物', en: 'Units' },
    declaredInError: { zh: '已声明有误', en: 'Declared in error' },
    disputed: { zh: '有人声明有误', en: 'Declared in error by some' },
    disputes: { zh: '异议', en: 'Disputes' },
    hidden: { zh: '未公开的内容', en: 'Not open' },
    verified: { zh: '记录已核实', en: 'Record verified' },
    place: { zh: '地点类别与地区', en: 'Kind of place, region' },
  },
  links: {
    from: { zh: '从', en: 'From' },
    to: { zh: '到', en: 'To' },
    kind: KIND,
    eventID: RECORD,
    since: SINCE,
    until: UNTIL,
    quantity: { zh: '数量', en: 'Quantity' },
    uom: { zh: '单位代码', en: 'Unit of measure' },
  },
  custody: {
    code: CODE,
    party: PARTY,
    kind: KIND,
    from: SINCE,
    to: UNTIL,
    eventID: RECORD,
  },
  anomalies: {
    kind: KIND,
    code: CODE,
    message: { zh: '说明', en: 'What it is' },
    eventIDs: { zh: '记录', en: 'Records' },
  },
};

/** Members of a row in the order of the table, each with its heading. */
export function traceColumns(list: keyof Rows): readonly (readonly [member: string, heading: Text])[] {
  return Object.entries(COLUMNS[list]);
}
