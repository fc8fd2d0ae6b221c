/** What stands in the form of a stage, and what is sent of it. Pure. */
import type { Arrival, SheetContent, StageFormBody } from '@suyuan/api';
import type { Order } from '@suyuan/api/orders';

export interface GivenUnit {
  readonly code?: string;
  readonly quantity?: string;
  readonly uom?: string;
  /** Product or lot of an order, for which nothing was scanned yet: while it stands as the code, the line is not sent. */
  readonly awaits?: string;
}

/** As the form holds it: nothing is ever undefined that a field shows. */
export interface GivenSheet {
  readonly name: string;
  readonly day: string;
  readonly time: string;
  readonly units: readonly GivenUnit[];
  readonly inputs: readonly GivenUnit[];
  readonly parent: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  /** Of the record by which it was told that the goods were sent. */
  readonly notice: string;
  /** Id of the order that it is shipped for. */
  readonly order: string;
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** China has one time zone, and forms are filled in there. */
const OFFSET = '+08:00';
const OFFSET_MS = 8 * 3_600_000;

/** Day and time of a moment on China's clocks. */
export function chinaClock(atMs: number): { readonly day: string; readonly time: string } {
  const text = new Date(atMs + OFFSET_MS).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** An empty form, with what was filled in last where that may be the same again. */
export function emptySheet(form: StageFormBody, title: string, nowMs: number): GivenSheet {
  const { last = {} } = form;
  const { day, time } = chinaClock(nowMs);
  return {
    ...{ name: `${title} ${day}`, day, time, units: [{}], inputs: form.inputs === 'required' ? [{}] : [] },
    ...{ parent: '', place: last.place ?? '', from: last.from ?? '', to: last.to ?? '', notice: '', order: '' },
    values: { ...last.values, ...fixedValues(form) },
  };
}

/** With what somebody sent: all of it came, until somebody says otherwise. */
export function receiving(form: StageFormBody, sheet: GivenSheet, arrival: Arrival): GivenSheet {
  const { eventID, units, from, values } = arrival;
  const asked = form.fields.filter(({ element, entered, fixed }) => entered === 'value' && !fixed && values[element]);
  const told = Object.fromEntries(asked.map(({ element }) => [element, values[element]]));
  const came = units.map(({ code, quantity, uom }) => ({
    code,
    ...(quantity === undefined ? {} : { quantity }),
    ...(uom === undefined ? {} : { uom }),
  }));
  const all = { ...sheet.values, ...told };
  return { ...sheet, notice: eventID, units: came, values: all, ...(from === undefined ? {} : { from }) };
}

/** For an order: a line for each product of which something is open, in whose place the lots and items are scanned. */
export function shippingFor(sheet: GivenSheet, { id, buyer, lines }: Order): GivenSheet {
  const open = lines.filter((line) => line.open !== '0');
  const units = open.map(({ product, lot, open: quantity, uom }) => ({
    ...{ code: lot ?? product, awaits: lot ?? product, quantity },
    ...(uom === undefined ? {} : { uom }),
  }));
  return { ...sheet, order: id, to: buyer, units: units.length === 0 ? [{}] : units };
}

/** With the goods of the step before: what it made, or took in, is what this one is of, is made of, or opens. */
export function goingOn(form: StageFormBody, sheet: GivenSheet, { units = [], place = '' }: SheetContent): GivenSheet {
  const goods = form.inputs === 'none' ? { units } : { inputs: units };
  const own = form.opens ? { parent: units[0]?.code ?? '' } : goods;
  return { ...sheet, ...own, place: sheet.place === '' ? place : sheet.place };
}

/** A sheet that was saved. */
export function givenOf(form: StageFormBody, name: string, content: SheetContent): GivenSheet {
  const { at, units = [], inputs = [], values = {}, ...codes } = content;
  const { parent = '', place = '', from = '', to = '', notice = '', order = '' } = codes;
  const [day, time] = at === undefined ? ['', ''] : [at.slice(0, 10), at.slice(11, 16)];
  return {
    ...{ name, day, time, parent, place, from, to, notice, order, inputs },
    units: units.length === 0 ? [{}] : units,
    values: { ...values, ...fixedValues(form) },
  };
}

export function contentOf({ name: _, day, time, units, inputs, values, ...codes }: GivenSheet): SheetContent {
  const filled = Object.entries(values).flatMap(([element, value]) =>
    value === undefined || [value].flat().every((text) => text.trim() === '') ? [] : [[element, value] as const],
  );
  return {
    ...(day === '' || time === '' ? {} : { at: `${day}T${time}:00${OFFSET}` }),
    ...(units.some(isSent) ? { units: units.filter(isSent).map(unitOf) } : {}),
    ...(inputs.some(isSent) ? { inputs: inputs.filter(isSent).map(unitOf) } : {}),
    ...Object.fromEntries(
      Object.entries(codes).flatMap(([key, code]) => (code.trim() === '' ? [] : [[key, code.trim()]])),
    ),
    ...(filled.length === 0 ? {} : { values: Object.fromEntries(filled) }),
  };
}

/** Whether a line says anything yet. */
export function isSent({ code = '', quantity = '', awaits }: GivenUnit): boolean {
  return (code.trim() !== '' || quantity.trim() !== '') && (awaits === undefined || code.trim() !== awaits);
}

function unitOf({ code = '', quantity = '', uom = '' }: GivenUnit) {
  return {
    code: code.trim(),
    ...(quantity.trim() === '' ? {} : { quantity: quantity.trim() }),
    ...(uom === '' ? {} : { uom }),
  };
}

function fixedValues({ fields }: StageFormBody): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.flatMap(({ element, fixed }) => (fixed === undefined ? [] : [[element, fixed]])));
}
