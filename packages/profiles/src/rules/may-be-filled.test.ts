import { expect, test } from 'vitest';
import type { ElementValues } from '../expression.ts';
import { answers, askedOf, day, type Told, told, UNIT } from './equipment.fixture.ts';
import { mayBeFilled } from './may-be-filled.ts';

const OURS = 'TS4235011-2027';
const dossier = told('cylinder-dossier', '01-05 09:00', { fillerNumber: OURS, inspectionDue: day('2026-11-20') });
const check = (at = '11-20 08:50', result = 'fit'): Told => told('cylinder-check-before', at, { result });
const filling = (at = '11-20 09:00', values: ElementValues = { fillerNumber: OURS }): Told =>
  told('cylinder-filling', at, values);
const found = (history: readonly Told[], event = filling()): readonly string[] =>
  answers(mayBeFilled, askedOf(event, history));

const UNCHECKED = 'no check before filling is recorded since it was last filled';
const UNREGISTERED = 'it is in no dossier and not registered for use';
const FOUND_UNFIT = 'the check before filling found it unfit';
const SCRAPPED = 'the cylinder is scrapped';

test('a cylinder of one’s own, in date and found fit, may be filled, on the last day of its inspection too', () => {
  expect(found([dossier, check()])).toEqual([]);
  expect(found([dossier, check()], filling('11-20 23:59'))).toEqual([]);
});

test('one that is not registered, or with another, may not', () => {
  const inspection = told('cylinder-inspection', '02-01 09:00', { result: 'fit', inspectionDue: day('2030-02-01') });
  expect(found([inspection, check()])).toEqual([UNREGISTERED]);
  expect(found([dossier, check()], filling('11-20 09:00', { fillerNumber: 'TS4235099-2027' }))).toEqual([
    'it is registered with another filler (TS4235011)',
  ]);
});

test('the licence of a filler is the same one after it was renewed', () => {
  expect(found([dossier, check()], filling('11-20 09:00', { fillerNumber: 'ts4235011-2031' }))).toEqual([]);
});

test('the newest registration counts, and one that was ended does not', () => {
  const sold = told('use-registration', '06-01 09:00', { fillerNumber: 'TS4235099-2027' });
  expect(found([dossier, sold, check()])).toEqual(['it is registered with another filler (TS4235099)']);
  expect(found([dossier, sold, check()], filling('11-20 09:00', { fillerNumber: 'TS4235099-2028' }))).toEqual([]);
  const ended = told('deregistration', '06-01 09:00');
  expect(found([dossier, ended, check()])).toEqual([UNREGISTERED]);
  expect(found([dossier, ended, told('cylinder-dossier', '06-02 09:00', { fillerNumber: OURS }), check()])).toEqual([]);
});

test('a registration that names no filler leaves the filler of the dossier', () => {
  expect(found([dossier, told('use-registration', '06-01 09:00'), check()])).toEqual([]);
});

test('after the last day of its inspection it may not, until it is inspected again', () => {
  const late = filling('11-21 00:10');
  expect(found([dossier, check()], late)).toEqual(['its inspection held until 2026-11-20']);
  const inspection = told('cylinder-inspection', '11-20 20:00', { result: 'fit', inspectionDue: day('2030-11-20') });
  expect(found([dossier, inspection, check('11-20 23:00')], late)).toEqual([]);
});

test('one that its last inspection found unfit may not, whatever the day', () => {
  const unfit = told('cylinder-inspection', '03-01 09:00', { result: 'unfit' });
  expect(found([dossier, unfit, check()])).toEqual(['its inspection found it unfit']);
  const fit = told('cylinder-inspection', '04-01 09:00', { result: 'fit', inspectionDue: day('2030-04-01') });
  expect(found([dossier, unfit, fit, check()])).toEqual([]);
});

test('a check counts for one filling, and the last check before it', () => {
  expect(found([dossier])).toEqual([UNCHECKED]);
  expect(found([dossier, check('11-19 08:00'), filling('11-19 09:00')])).toEqual([UNCHECKED]);
  expect(found([dossier, check('11-19 08:00'), filling('11-19 09:00'), check()])).toEqual([]);
  expect(found([dossier, check('11-20 08:00', 'unfit'), check('11-20 08:50', 'fit')])).toEqual([]);
  expect(found([dossier, check('11-20 08:00', 'fit'), check('11-20 08:50', 'unfit')])).toEqual([FOUND_UNFIT]);
});

test('checks and fillings of one day are told apart by their order', () => {
  const morning = [dossier, check('11-20 08:00'), filling('11-20 08:10')];
  expect(found(morning, filling('11-20 15:00'))).toEqual([UNCHECKED]);
  expect(found([...morning, check('11-20 14:50')], filling('11-20 15:00'))).toEqual([]);
});

test('a check of the same moment counts, one of a later moment does not', () => {
  expect(found([dossier, check('11-20 09:00')])).toEqual([]);
  expect(found([dossier, check('11-20 09:01')])).toEqual([UNCHECKED]);
});

test('a filling that was recorded already is not its own last filling', () => {
  expect(found([dossier, check(), filling()])).toEqual([]);
});

test('what is scrapped may not be filled, and a new registration does not bring it back', () => {
  const scrapped = told('cylinder-scrapping', '10-01 09:00');
  expect(found([dossier, scrapped, check()])).toEqual([SCRAPPED]);
  const again = told('cylinder-dossier', '10-02 09:00', { fillerNumber: OURS, inspectionDue: day('2030-01-01') });
  expect(found([dossier, scrapped, again, check()])).toEqual([SCRAPPED]);
  expect(found([dossier, check(), told('cylinder-scrapping', '11-20 09:30')])).toEqual([]);
});

test('each reason is told', () => {
  const other = filling('11-21 09:00', { fillerNumber: 'TS4235099-2027' });
  expect(found([dossier, check('11-21 08:00', 'unfit')], other)).toEqual([
    'it is registered with another filler (TS4235011)',
    'its inspection held until 2026-11-20',
    FOUND_UNFIT,
  ]);
});

test('where nothing is recorded it cannot be told, and what is missing is no pass', () => {
  expect(answers(mayBeFilled, askedOf(filling()))).toEqual(['unknown']);
  expect(found([])).toEqual(['unknown']);
  expect(found([told('none', '11-19 09:00')])).toEqual(['unknown']);
  expect(found([dossier, check()], filling('11-20 09:00', {}))).toEqual(['unknown']);
  expect(found([told('cylinder-dossier', '01-05 09:00', { fillerNumber: OURS }), check()])).toEqual(['unknown']);
  expect(found([dossier, told('cylinder-check-before', '11-20 08:50')])).toEqual(['unknown']);
  // Two things that cannot be told, and one that can.
  expect(found([told('cylinder-dossier', '01-05 09:00')])).toEqual([UNCHECKED, 'unknown']);
});

test('an event that names no single cylinder cannot be told', () => {
  const gas = { units: [{ code: 'https://id.gs1.org/01/06901234567892', role: 'object', isClass: true }] } as const;
  expect(answers(mayBeFilled, askedOf(filling(), [dossier, check()], gas))).toEqual(['unknown']);
});

test('of several cylinders each is told by its own history', () => {
  const other = 'cn-gas-cylinder:B2';
  const both = told('cylinder-filling', '11-20 09:00', { fillerNumber: OURS }, [UNIT, other]);
  const checked = told('cylinder-check-before', '11-20 08:50', { result: 'fit' }, [UNIT, other]);
  const asked = askedOf(both, [dossier, checked, told('cylinder-scrapping', '10-01 09:00', {}, [other])]);
  expect(mayBeFilled(asked)).toEqual([{ unit: other, detail: { zh: '气瓶已报废', en: SCRAPPED } }]);
});
