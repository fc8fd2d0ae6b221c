-- The event store. A row of `event` is what was received, untouched, beside what is looked up in it.
create schema events;

-- JSON-LD contexts, each once: the @context that an event's prefixes are read by.
create table events.context (
  id   uuid primary key,
  body text not null
);

create table events.capture_job (
  id              uuid primary key,
  key_id          uuid,
  created_at      timestamptz not null,
  finished_at     timestamptz not null,
  success         boolean not null,
  error_behaviour text not null check (error_behaviour in ('rollback', 'proceed')),
  event_count     integer not null,
  captured_count  integer not null,
  duplicate_count integer not null,
  error_count     integer not null,
  errors          json not null
);
create index capture_job_created on events.capture_job (created_at desc, id desc);

-- `id` is 48 bits of event time and 74 of a hash of identity and declaration (UUIDv8), so its index is
-- also the index on event time. `identity` is the eventID, or the CBV hash where the event has none.
create table events.event (
  id          uuid primary key,
  event_time  timestamptz not null,
  record_time timestamptz not null,
  type        smallint not null,
  action      smallint not null,
  biz_step    text,
  disposition text,
  identity    text not null,
  hash        bytea not null check (octet_length(hash) = 32),
  declares    boolean not null,
  context_id  uuid not null references events.context (id),
  job_id      uuid, -- null for an event that came by itself
  body        text not null
);

-- One row an eventID that is not the event's own hash: the content that this identity stands for.
create table events.identity (
  key  uuid primary key,
  hash bytea not null
);

-- The index of everything: which event touches which unit, place, party, document, in which role; under which
-- identity it stands, and which identity it declares to be in error.
create table events.touch (
  unit     uuid not null,
  event_id uuid not null,
  role     smallint not null,
  primary key (unit, event_id, role)
);
