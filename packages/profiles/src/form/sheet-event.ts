/** The EPCIS event of what a person filled in of a stage: of the type and step by which it is of this stage. */
import { eventFacts, readContext } from '@suyuan/epcis';
import { judgingOf } from '../judge/judging.ts';
import type { LoadedPack } from '../judge/loaded-pack.ts';
import { chinaDay, isInForce } from '../pack/in-force.ts';
import type { PackStage } from '../pack/pack.ts';
import { opens } from './opens.ts';
import type { Sheet, SheetFault } from './sheet.ts';
import { membersOf } from './sheet-members.ts';
import { partiesOf, unitsOf } from './sheet-units.ts';
import type { EventType, SheetEvent, Tell } from './written.ts';

/** Own members are data elements of packs: their names are read without a namespace. */
const NAMES = { suyuan: 'urn:suyuan:element:' };
const CONTEXT = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', NAMES];

export type BuiltEvent =
  | {
      readonly ok: true;
      readonly event: SheetEvent;
      /** Of which it is read; another than was filled in, or none, where what the stage is known by is not entered. */
      readonly stage: string | undefined;
    }
  | { readonly ok: false; readonly faults: readonly SheetFault[] };

/** @param eventID the same for the same sheet, so that sending it twice records it once */
export function sheetEvent(loaded: LoadedPack, sheet: Sheet, eventID: string): BuiltEvent {
  const faults: SheetFault[] = [];
  const tell: Tell = (field, zh, en) => {
    faults.push({ field, message: { zh, en } });
  };
  const atMs = timeOf(sheet.at, tell);
  const day = Number.isNaN(atMs) ? '' : chinaDay(atMs);
  const stage = loaded.pack.stages.find((each) => each.id === sheet.stage && (day === '' || isInForce(each, day)));
  if (stage === undefined) {
    tell('stage', `没有环节“${sheet.stage}”`, `there is no stage ${sheet.stage}`);
    return { ok: false, faults };
  }
  const type = typeOf(stage, sheet, tell);
  const units = unitsOf(type, sheet, { tell, mayBeNone: opens(stage) });
  const parties = partiesOf(sheet, tell);
  if (faults.length > 0) return { ok: false, faults };
  let first: ReadAs | undefined;
  for (const bizStep of stage.event.bizSteps) {
    const action = actionOf(stage, type, bizStep);
    const mayBeOfGoods = type === 'TransformationEvent' || (type === 'ObjectEvent' && action === 'ADD');
    const event = {
      ...{ type, eventID, eventTime: sheet.at, eventTimeZoneOffset: offsetOf(sheet.at) },
      ...(type === 'TransformationEvent' ? {} : { action }),
      bizStep,
      ...(stage.event.dispositions === undefined ? {} : { disposition: stage.event.dispositions[0] ?? '' }),
      ...units,
      ...parties,
      ...membersOf(loaded, sheet, mayBeOfGoods),
    };
    const read = { event, stage: stageOf(loaded, event) };
    if (read.stage === stage.id) return builtOf(read);
    first ??= read;
  }
  return builtOf(first);
}

/** An event before it says what its names mean, which is the same of all. */
interface ReadAs {
  readonly event: SheetEvent;
  readonly stage: string | undefined;
}

function builtOf(read: ReadAs | undefined): BuiltEvent {
  return { ok: true, event: { '@context': CONTEXT, ...read?.event }, stage: read?.stage };
}

const context = readContext(CONTEXT);

function stageOf(loaded: LoadedPack, event: SheetEvent): string | undefined {
  return judgingOf(loaded, eventFacts(event, context), {})?.stage.id;
}

const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

function timeOf(at: string, tell: Tell): number {
  const atMs = AT.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(atMs))
    tell('at', '请填写时间，例如 2026-12-01T08:00:00+08:00', 'Enter a time, as 2026-12-01T08:00:00+08:00');
  return atMs;
}

function offsetOf(at: string): string {
  return at.endsWith('Z') ? '+00:00' : at.slice(-6);
}

function typeOf(stage: PackStage, { inputs = [], parent = '' }: Sheet, tell: Tell): EventType {
  const { name, event } = stage;
  const { types } = event;
  const only = types.length === 1 ? types[0] : undefined;
  if (inputs.length > 0) {
    if (types.includes('TransformationEvent')) return 'TransformationEvent';
    tell('inputs', `“${name.zh}”没有原料`, `${name.en} is made of nothing`);
  }
  if (parent !== '') {
    if (types.includes('AggregationEvent')) return 'AggregationEvent';
    tell('parent', `“${name.zh}”不装入容器`, `In ${name.en} nothing is put into anything`);
  }
  if (only === 'TransformationEvent') tell('inputs', '请填写用了哪些原料', 'Enter what it is made of');
  if (only === 'AggregationEvent') {
    if (opens(stage)) tell('parent', '请填写打开的是哪个包装', 'Enter which package is opened');
    else tell('parent', '请填写装入哪个包装', 'Enter what it is put into');
  }
  return types.includes('ObjectEvent') ? 'ObjectEvent' : (types[0] ?? 'ObjectEvent');
}

/** Where goods or links between them begin and end (CBV 2.0 §7.1); elsewhere they are looked at. */
const BEGINS: readonly string[] = ['commissioning', 'creating_class_instance', 'encoding', 'packing', 'assembling'];
const ENDS: readonly string[] = ['decommissioning', 'destroying', 'unpacking', 'disassembling'];

function actionOf({ event: { actions } }: PackStage, type: EventType, bizStep: string): 'ADD' | 'OBSERVE' | 'DELETE' {
  // Packing marks goods that are there already; only what they are put into begins.
  const isOfPackage = bizStep === 'packing' || bizStep === 'assembling' || bizStep === 'encoding';
  const begins = BEGINS.includes(bizStep) && (type === 'AggregationEvent' || !isOfPackage);
  const likely = begins ? 'ADD' : ENDS.includes(bizStep) ? 'DELETE' : 'OBSERVE';
  return actions === undefined || actions.includes(likely) ? likely : (actions[0] ?? likely);
}
