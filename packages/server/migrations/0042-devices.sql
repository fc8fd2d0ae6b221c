-- Devices of persons, which sign what was recorded without a line (ADR 0038).

create table identity.device (
  id        text primary key check (id ~ '^[A-Za-z0-9_-]{43}$'), -- thumbprint of its key, RFC 7638
  person_id uuid not null references identity.person (id),
  x         text not null check (x ~ '^[A-Za-z0-9_-]{43}$'), -- of a public key on P-256
  y         text not null check (y ~ '^[A-Za-z0-9_-]{43}$'),
  agent     text check (length(agent) <= 500),
  made_at   timestamptz not null,
  used_at   timestamptz,
  ended_at  timestamptz -- removed, as lost: what it signs counts no more
);
create index device_person on identity.device (person_id) where ended_at is null;
grant select, insert, update on identity.device to suyuan_identity;
grant select, insert, update, delete on identity.device to suyuan_maintenance;

-- By which device it was signed, when, and the signature itself: a JWS of the digest of its content.
alter table recording.sheet
  add column device_id text references identity.device (id),
  add column signed_at timestamptz,
  add column command text check (length(command) <= 1000),
  add check ((device_id is null) = (command is null) and (device_id is null) = (signed_at is null));
