-- breaking: a program of before would write where nobody reads.
-- Received, event, record (ADR 0014). What came is kept to the byte, in blocks; what an event says is derived from it and
-- can be derived anew; who recorded it when is a row of its own.
create schema before; -- what 0010 moves over, and then drops
alter table events.event set schema before;
alter table events.identity set schema before;
alter table events.touch set schema before;
alter table integrity.log set schema before;
alter table integrity.pending set schema before;

-- Bodies as they came, of one recorder, one document and one moment, packed together since they repeat each other.
-- `packed` is zstd of the texts; `leaf_version` says what the leaves of the log are made of.
create table events.received (
  block        bigint generated always as identity primary key,
  org_no       int not null references identity.organisation (no),
  key_id       uuid,
  job_id       uuid, -- null for an event that came by itself
  received_at  timestamptz not null,
  binding      smallint not null, -- 1 JSON, 2 XML, 3 an element of a vocabulary, as JSON
  context_id   uuid not null references events.context (id),
  leaf_version smallint not null,
  packed       bytea not null
);
alter table events.received alter column packed set storage external;

-- Derived: what an event says, once, however many recorded it. `id` is 48 bits of event time and 74 of a hash of
-- identity, content and declaration (UUIDv8), so its index is also the index on event time.
create table events.event (
  id           uuid primary key,
  identity_key uuid not null, -- of its eventID, or of its CBV hash where it has none
  event_time   timestamptz not null,
  type         smallint not null,
  action       smallint not null,
  declares     boolean not null,
  derivation   smallint not null, -- the version of the rules that it was derived by
  biz_step     text,
  disposition  text,
  hash         bytea not null check (octet_length(hash) = 32),
  content      bytea not null check (octet_length(content) = 32),
  facts        bytea not null
);

-- Derived: who recorded which event, and where its bytes are. Of one recorder and one identity the first is variant 0,
-- so that no two of them claim it with different content; a declaration in error beside its original has a number of its own.
create table events.record (
  identity_key uuid not null,
  org_no       int not null,
  variant      bigint not null,
  event_id     uuid not null,
  block        bigint not null,
  place        smallint not null,
  primary key (identity_key, org_no, variant)
);

-- Derived: the events of a block, by place.
create table events.block (
  block     bigint primary key,
  event_ids uuid[] not null
);

-- Derived: which event touches which unit, place, party, document, in which role; and which identity it declares to be in error.
create table events.touch (
  unit     uuid not null,
  event_id uuid not null,
  role     smallint not null,
  primary key (unit, event_id, role)
);
create index touch_notice on events.touch (unit) where role in (17, 18);

-- Master data: each thing that an organisation has said of a product, party or place, in the order in which it came; the last
-- of an organisation, type and code counts. Derived from what was received, like events.
alter table registry.master_data set schema before;
create table registry.version (
  block      bigint not null,
  place      smallint not null,
  org_no     int not null,
  type       text not null,
  code       text not null,
  digest     uuid not null, -- of the text as it came: what is said again is no new version
  attributes json not null, -- by full names
  children   text[] not null,
  primary key (block, place)
);
create index version_code on registry.version (code);

-- By which version of the rules all events are derived; `reindex` brings it up to the program's.
create table events.derivation (version smallint not null);
insert into events.derivation values (0);

-- The log in runs of leaves, a run a block: leaf i of it is at first_position + i.
create table integrity.pending (
  id     bigint generated always as identity primary key,
  block  bigint not null,
  leaves bytea not null check (octet_length(leaves) > 0 and octet_length(leaves) % 32 = 0)
);
create table integrity.log (
  first_position bigint primary key check (first_position >= 0),
  block          bigint not null unique,
  leaves         bytea not null check (octet_length(leaves) > 0 and octet_length(leaves) % 32 = 0),
  sequenced_at   timestamptz not null default now()
);
alter table integrity.log alter column leaves set storage external;
alter table integrity.pending alter column leaves set storage external;

alter table events.capture_job add column org_no int not null default 1 references identity.organisation (no);
update events.capture_job j set org_no = k.org_no from identity.api_key k where k.id = j.key_id;
alter table events.capture_job alter column org_no drop default;
