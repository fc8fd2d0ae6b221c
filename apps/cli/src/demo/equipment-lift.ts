/**
 * A lift from the maker to its first autumn. It is maintained every second week; once ten days late, unsigned, with too few items
 * looked at. Of two rescues one came after more than half an hour.
 */
import { chinaDate, chinaTime, HOUR_MS, MINUTE_MS } from './calendar.ts';
import { type Campaign, record } from './campaign.ts';
import { chinese } from './codes.ts';
import { type Extensions, localTime, objectEvent } from './event-builders.ts';
import { INSPECTION_BODY, LIFT_FIRM, LIFT_MAKER, LIFT_USER, type Party } from './parties.ts';

const DEVICE_CODE = '311032058202600123'; // 曳引驱动乘客电梯, made in 2026
const LIFT = chinese('cn-special-equipment', DEVICE_CODE);
const KIND = '3110';
const RESCUE_CODE = '205831';

/** What somebody does at the lift. */
interface Act {
  readonly by: Party;
  readonly timeMs: number;
  readonly step?: string;
  readonly more: Extensions;
}

export function recordLift(campaign: Campaign): void {
  make(campaign);
  for (const each of [...beforeUse(), ...maintenance(), ...monthlyChecks(), ...rescues()]) act(campaign, each);
  campaign.highlights.push({
    key: 'lift',
    code: LIFT,
    what: {
      zh: '一台电梯：安装、使用登记、维护保养（一次逾期）、两次救援（一次超过30分钟）',
      en: 'A lift: installed, registered, maintained (once late), two rescues (one after more than 30 minutes)',
    },
  });
}

function act(campaign: Campaign, { by, timeMs, step = 'other', more }: Act): void {
  const at = { by, timeMs, step, place: LIFT_USER.site, more };
  record(campaign, by, objectEvent(at, 'OBSERVE', { things: [LIFT] }));
}

function make(campaign: Campaign): void {
  const timeMs = chinaTime(2, 10, 15);
  const ilmd = {
    'suyuan:deviceCode': DEVICE_CODE,
    'suyuan:productCertificate': 'SD-2026-00123',
    'suyuan:equipmentKind': KIND,
    'suyuan:maker': LIFT_MAKER.zh,
    'suyuan:makerLicenceNumber': 'TS2332058-2029',
    'suyuan:madeOn': chinaDate(timeMs),
    'suyuan:model': 'SD-K 1000kg 1.75m/s',
  };
  const at = { by: LIFT_MAKER, timeMs, step: 'commissioning', disposition: 'active', ilmd };
  record(campaign, LIFT_MAKER, objectEvent(at, 'ADD', { things: [LIFT] }));
}

function beforeUse(): Act[] {
  const inspected = {
    'suyuan:result': 'fit',
    'suyuan:inspectionBody': INSPECTION_BODY.zh,
    'suyuan:reportNumber': 'YT-DT-2026-0318',
    'suyuan:inspectionDue': '2027-03-18',
    'suyuan:inspectionApplyBy': '2027-02-18',
  };
  const installed = {
    'suyuan:workNoticeNumber': '苏GZ-2026-0311',
    'suyuan:workFirm': LIFT_FIRM.zh,
    'suyuan:workDone': '整机安装',
    'suyuan:acceptedOn': '2026-03-20',
  };
  const dossier = {
    'suyuan:dossierParts': ['design', 'inspection', 'use', 'maintenance', 'fault'],
    'suyuan:deviceCode': DEVICE_CODE,
    'suyuan:rescueCode': RESCUE_CODE,
  };
  const registered = {
    'suyuan:certificateNumber': '梯11苏E3622(26)',
    'suyuan:deviceCode': DEVICE_CODE,
    'suyuan:equipmentKind': KIND,
    'suyuan:user': LIFT_USER.zh,
    'suyuan:inspectionDue': '2027-03-18',
    'suyuan:rescueCode': RESCUE_CODE,
  };
  const handedOver = { 'suyuan:documents': ['竣工资料', '监督检验报告'], 'suyuan:user': LIFT_USER.zh };
  return [
    {
      by: INSPECTION_BODY,
      timeMs: chinaTime(3, 18, 10),
      step: 'inspecting',
      more: doing('periodic-inspection', inspected),
    },
    { by: LIFT_FIRM, timeMs: chinaTime(3, 20, 16), step: 'installing', more: installed },
    { by: LIFT_FIRM, timeMs: chinaTime(3, 27, 9), more: doing('document-handover', handedOver) },
    { by: LIFT_USER, timeMs: chinaTime(3, 30, 9), more: doing('dossier', dossier) },
    { by: LIFT_USER, timeMs: chinaTime(4, 1, 8), more: doing('put-into-use', { 'suyuan:inUseFrom': '2026-04-01' }) },
    { by: LIFT_USER, timeMs: chinaTime(4, 13, 10), more: doing('use-registration', registered) },
  ];
}

/** As many items as TSG T5002 has for each, half a month to half a year. */
const ITEMS = { 'half-month': 31, quarter: 44, 'half-year': 59 } as const;
const VISITS: readonly (readonly [month: number, day: number, tier: keyof typeof ITEMS])[] = [
  [4, 27, 'half-month'],
  [5, 11, 'half-month'],
  [5, 25, 'half-month'],
  [6, 8, 'half-month'],
  [6, 22, 'half-month'],
  [7, 6, 'quarter'],
  [7, 31, 'half-month'],
  [8, 14, 'half-month'],
  [8, 28, 'half-month'],
  [9, 11, 'half-month'],
  [9, 25, 'quarter'],
  [10, 9, 'half-year'],
  [10, 23, 'half-month'],
];
/** The visit that came on the 25th day after the one before. */
const LATE = 6;

function maintenance(): Act[] {
  return VISITS.map(([month, day, tier], visit) => {
    const timeMs = chinaTime(month, day, 9);
    const done = {
      'suyuan:tier': tier,
      'suyuan:itemsChecked': visit === LATE ? 18 : ITEMS[tier],
      'suyuan:maintainedOn': chinaDate(timeMs),
      'suyuan:maintenanceFirm': LIFT_FIRM.zh,
      'suyuan:technicians': ['沈国强', '陆伟'],
      'suyuan:technicianNumbers': ['T32058310021', 'T32058310047'],
      'suyuan:equipmentKind': KIND,
      'suyuan:rescuePhone': '0512-00096333',
      ...(visit === LATE ? {} : { 'suyuan:safetyManagerSignature': '郑丽华' }),
    };
    return { by: LIFT_FIRM, timeMs, step: 'inspecting', more: doing('maintenance', done) };
  });
}

function monthlyChecks(): Act[] {
  const found = { 'suyuan:result': 'fit', 'suyuan:checkedBy': ['郑丽华'] };
  return [5, 6, 7, 8, 9, 10].map((month) => ({
    by: LIFT_USER,
    timeMs: chinaTime(month, 10, 14),
    step: 'inspecting',
    more: doing('monthly-check', found),
  }));
}

/** Called to, and there after so many minutes. */
function rescues(): Act[] {
  return [
    { calledMs: chinaTime(8, 15, 18), minutes: 22, trapped: 2 },
    { calledMs: chinaTime(9, 20, 7), minutes: 47, trapped: 1 },
  ].flatMap(({ calledMs, minutes, trapped }): Act[] => {
    const arrivedMs = calledMs + minutes * MINUTE_MS;
    const time = (timeMs: number): string => localTime(timeMs, LIFT_FIRM.zone);
    const call = { 'suyuan:calledAt': time(calledMs), 'suyuan:isCity': true, 'suyuan:trapped': trapped };
    const rescued = { ...call, 'suyuan:arrivedAt': time(arrivedMs), 'suyuan:freedAt': time(arrivedMs + HOUR_MS / 4) };
    return [
      { by: LIFT_USER, timeMs: calledMs, more: doing('rescue-call', { ...call, 'suyuan:rescueCode': RESCUE_CODE }) },
      { by: LIFT_FIRM, timeMs: arrivedMs, step: 'arriving', more: doing('rescue', rescued) },
    ];
  });
}

function doing(activity: string, more: Extensions): Extensions {
  return { 'suyuan:activity': activity, ...more };
}
