-- The ordered log. Capture leaves its leaves in `pending`, in the transaction that stores the events;
-- the sequencer alone moves them to `log` and so gives the order that every reader follows.
create schema integrity;

create table integrity.pending (
  id          bigint generated always as identity primary key,
  event_ids   uuid[] not null,
  leaf_hashes bytea[] not null,
  check (cardinality(event_ids) = cardinality(leaf_hashes))
);

create table integrity.log (
  position     bigint primary key check (position >= 0),
  event_id     uuid not null unique,
  leaf_hash    bytea not null check (octet_length(leaf_hash) = 32),
  sequenced_at timestamptz not null default now()
);
