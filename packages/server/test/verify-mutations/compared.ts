/** For each comparison of `verify` a change of the filled store that no other one finds. */
import type { Fault } from '../../src/modules/events/index.ts';

interface Compared {
  readonly kind: Fault['kind'];
  readonly what?: string;
  readonly name: string;
  /** SQL. */
  readonly change: string;
}

/** An event that came by itself, so that no job counts it. */
const SINGLE = '(select min(block) from events.received where job_id is null)';
const LAST = '(select max(first_position) from integrity.log)';
const SOME = '(select event_ids[1] from events.block order by block desc limit 1)';
/** An event that nobody has countersigned. */
const UNCONFIRMED =
  '(select id from events.event where id not in (select event_id from events.countersignature) order by id desc limit 1)';
const OTHER_ID = "'00000000-0000-8000-8000-00000000abcd'::uuid";

/** As `variantOf` has it. */
const VARIANT = "('x' || right(replace(event_id::text, '-', ''), 15))::bit(60)::bigint";

/** Columns of an event, by what else each could be. The identity is compared with that of the record too. */
const EVENT_COLUMNS = [
  ['eventTime', "event_time = event_time + interval '1 microsecond'"],
  ['type', 'type = type + 1'],
  ['action', 'action = action + 1'],
  ['declares', 'declares = not declares'],
  ['bizStep', 'biz_step = null'],
  ['disposition', "disposition = 'recalled'"],
  ['hash', "hash = sha256('x')"],
  ['content', "content = sha256('x')"],
  ['facts', "facts = facts || '\\x00'"],
] as const;

const copyOf = (table: string, column: string, value: string): string =>
  `insert into ${table} overriding system value
   select (jsonb_populate_record(t, jsonb_build_object('${column}', ${value}))).* from ${table} t`;

/** Some master data. */
const SAID = '(block, place) = (select block, place from registry.version order by 1, 2 limit 1)';
const VERSION_COLUMNS = [
  ['orgNo', 'org_no = org_no + 1'],
  ['type', "type = type || 'x'"],
  ['code', "code = code || 'x'"],
  ['digest', 'digest = gen_random_uuid()'],
  ['attributes', "attributes = '{}'"],
  ['children', "children = array['x']"],
] as const;

export const COMPARED: readonly Compared[] = [
  ...VERSION_COLUMNS.map(
    ([what, set]): Compared => ({
      kind: 'version-differs',
      name: `master data: ${what}`,
      change: `update registry.version set ${set} where ${SAID}`,
    }),
  ),
  ...[
    'delete from registry.identifier',
    "update registry.identifier set value = value || 'x'",
    "update registry.identifier set scheme = scheme || 'x'",
    'update registry.identifier set org_no = org_no + 1',
    "insert into registry.identifier select block, place, org_no, scheme, 'more' from registry.version, (values ('x')) as x (scheme)",
  ].map((change): Compared => ({ kind: 'version-differs', name: `identifiers: ${change}`, change })),
  {
    kind: 'version-stray',
    name: 'an identifier of nothing',
    change: "insert into registry.identifier select distinct block, 99, org_no, 'x', 'x' from registry.version",
  },
  { kind: 'version-missing', name: 'master data that are gone', change: `delete from registry.version where ${SAID}` },
  {
    kind: 'version-stray',
    name: 'master data at a place that is none',
    change: `insert into registry.version select block, 99, org_no, type, code, digest, attributes, children
             from registry.version where ${SAID}`,
  },
  ...EVENT_COLUMNS.map(
    ([what, set]): Compared => ({
      kind: 'event-differs',
      what,
      name: what,
      change: `update events.event set ${set} where id = ${SOME}`,
    }),
  ),
  {
    kind: 'gap',
    name: 'a run further on',
    change: `update integrity.log set first_position = first_position + 1 where first_position = ${LAST}`,
  },
  {
    kind: 'leaf-differs',
    name: 'a leaf of the log',
    change: "update integrity.log set leaves = overlay(leaves placing '\\x00ff' from 9) where first_position = 0",
  },
  {
    kind: 'leaf-differs',
    name: 'a leaf that waits',
    change: "update integrity.pending set leaves = overlay(leaves placing '\\x00ff' from 9)",
  },
  {
    kind: 'leaf-differs',
    name: 'the key',
    change: `update events.received set key_id = gen_random_uuid() where block = ${SINGLE}`,
  },
  {
    kind: 'leaf-count',
    name: 'a leaf too many',
    change: `update integrity.log set leaves = leaves || sha256('x') where first_position = ${LAST}`,
  },
  {
    kind: 'received-missing',
    name: 'a run of no block',
    change: `insert into integrity.log (first_position, block, org_no, leaves)
             select first_position + octet_length(leaves) / 32, 999999, org_no, sha256('x') from integrity.log
             where first_position = ${LAST}`,
  },
  {
    kind: 'received-broken',
    name: 'a part of a millisecond',
    change: `update events.received set received_at = received_at + interval '1 microsecond' where block = ${SINGLE}`,
  },
  {
    kind: 'received-broken',
    name: 'neither JSON, XML nor a vocabulary',
    change: `update events.received set binding = 9 where block = ${SINGLE}`,
  },
  {
    kind: 'block-not-logged',
    name: 'a block of no run',
    change: `${copyOf('events.received', 'block', '999999')} where block = ${SINGLE}`,
  },
  {
    kind: 'block-logged-twice',
    name: 'in the log and waiting',
    change: `insert into integrity.pending (block, org_no, leaves)
             select block, org_no, leaves from integrity.log where first_position = 0`,
  },
  {
    kind: 'block-logged-twice',
    name: 'waiting twice',
    change: 'insert into integrity.pending (block, org_no, leaves) select block, org_no, leaves from integrity.pending',
  },
  {
    kind: 'block-differs',
    name: 'an event more',
    change: `update events.block set event_ids = event_ids || event_ids where block = ${SINGLE}`,
  },
  {
    kind: 'block-differs',
    name: 'of another organisation',
    change: `update events.block set org_no = org_no + 1 where block = ${SINGLE}`,
  },
  {
    kind: 'run-differs',
    what: 'orgNo',
    name: 'a run of another organisation',
    change: `update integrity.log set org_no = org_no + 1 where first_position = ${LAST}`,
  },
  {
    kind: 'block-stray',
    name: 'of nothing',
    change: "insert into events.block (block, event_ids, org_no) values (999999, '{}', 1)",
  },
  { kind: 'event-missing', name: 'gone', change: `delete from events.event where id = ${UNCONFIRMED}` },
  { kind: 'event-outdated', name: 'older', change: `update events.event set derivation = 0 where id = ${SOME}` },
  { kind: 'event-unrecorded', name: 'added', change: `${copyOf('events.event', 'id', OTHER_ID)} where id = ${SOME}` },
  {
    kind: 'record-missing',
    name: 'one of two recorders',
    change: `delete from events.record where org_no = 1
             and event_id in (select event_id from events.record where org_no > 1)`,
  },
  {
    kind: 'record-differs',
    what: 'variant',
    name: 'the later one claims',
    change: `update events.record r set variant = -5 where variant = 0 and exists (
               select 1 from events.record o
               where o.identity_key = r.identity_key and o.org_no = r.org_no and o.variant > 0);
             update events.record set variant = 0 where variant > 0;
             update events.record set variant = ${VARIANT} where variant = -5`,
  },
  {
    kind: 'record-stray',
    name: 'another recorder',
    change: `${copyOf('events.record', 'org_no', '99')} where event_id = ${SOME}`,
  },
  {
    kind: 'touch-missing',
    name: 'gone',
    change:
      'delete from events.touch where (unit, event_id, role) = (select unit, event_id, role from events.touch limit 1)',
  },
  { kind: 'touch-stray', name: 'added', change: `insert into events.touch values (${OTHER_ID}, ${SOME}, 1)` },
  { kind: 'context-differs', name: 'added', change: `insert into events.context values (${OTHER_ID}, '[]')` },
  {
    kind: 'job-differs',
    name: 'another count',
    change: 'update events.capture_job set captured_count = captured_count + 1',
  },
  {
    kind: 'job-differs',
    name: 'another key',
    change: 'update events.capture_job set key_id = null',
  },
  { kind: 'job-differs', name: 'another time', change: 'update events.capture_job set created_at = now()' },
  { kind: 'job-differs', name: 'successful, with faults', change: 'update events.capture_job set success = true' },
  { kind: 'job-differs', name: 'fewer than stored', change: 'update events.capture_job set event_count = 0' },
  { kind: 'job-differs', name: 'no list', change: "update events.capture_job set errors = '{}'" },
  ...(
    [
      ['kind', "kind = 'role.set'"],
      ['person', 'person_id = gen_random_uuid()'],
      ['at', "at = at + interval '1 s'"],
    ] as const
  ).map(
    ([what, set]): Compared => ({
      kind: 'occurrence-differs',
      name: `what happened: ${what}`,
      // Of which a countersignature would be one that nobody gave.
      change: `update identity.occurrence set ${set} where kind <> 'event.countersigned'`,
    }),
  ),
  {
    kind: 'occurrence-not-logged',
    name: 'something that never happened',
    change: `${copyOf('identity.occurrence', 'block', '-5')} where block = (select min(block) from identity.occurrence)`,
  },
  { kind: 'countersignature-missing', name: 'gone', change: 'delete from events.countersignature' },
  ...(
    [
      ['statement', "statement = statement || ' '"],
      ['event_id', 'event_id = (select id from events.event e where e.id <> event_id limit 1)'],
      ['org_no', 'org_no = (select no from identity.organisation o where o.no <> org_no limit 1)'],
      ['person_id', 'person_id = (select id from identity.person p where p.id <> person_id limit 1)'],
      ['signed_at', "signed_at = signed_at + interval '1 microsecond'"],
      ['signature', 'signature = set_byte(signature, 7, get_byte(signature, 7) # 1)'],
      ['signature', "key_id = 'another'"],
    ] as const
  ).map(
    ([what, set]): Compared => ({
      kind: 'countersignature-differs',
      what,
      name: `a countersignature: ${set.split(' ')[0]}`,
      change: `update events.countersignature set ${set}`,
    }),
  ),
  {
    kind: 'countersignature-stray',
    name: 'one that nobody gave',
    change: copyOf('events.countersignature', 'id', OTHER_ID),
  },
  { kind: 'derivation-differs', name: 'gone', change: 'delete from events.derivation' },
  { kind: 'derivation-differs', name: 'of the future', change: 'update events.derivation set version = 999' },
  {
    kind: 'block-not-logged',
    name: 'a block before all others',
    change: `${copyOf('events.received', 'block', String(-(2n ** 63n)))} where block = ${SINGLE}`,
  },
  {
    kind: 'number-unreadable',
    name: 'a block',
    change: `insert into events.block (block, org_no, event_ids) values (${2n ** 60n}, 1, '{}')`,
  },
];
