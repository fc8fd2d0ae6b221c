-- What people fill in of a stage of a pack, until it is recorded (modules/recording). Not derived.
create schema recording;
grant usage on schema recording to suyuan_identity, suyuan_maintenance;

-- The content is sealed: somebody may have typed an identity or telephone number into it.
create table recording.sheet (
  org_no     int not null references identity.organisation (no),
  id         uuid not null, -- made by whoever writes it, so that sending it twice saves it once
  pack       text not null check (length(pack) between 1 and 60),
  stage      text not null check (length(stage) between 1 and 60),
  name       text not null check (length(name) between 1 and 200),
  key_no     int not null,
  sealed     bytea not null check (octet_length(sealed) <= 1100000),
  version    int not null default 1,
  state      text not null default 'open' check (state in ('open', 'recorded', 'waiting', 'discarded')),
  event_id   text check (length(event_id) <= 100), -- as which it was recorded, or will be
  draft_id   uuid, -- that waits for somebody's release
  made_by    uuid references identity.person (id), -- null: by a key
  made_at    timestamptz not null,
  changed_by uuid references identity.person (id),
  changed_at timestamptz not null,
  primary key (org_no, id)
);
create index sheet_listed on recording.sheet (org_no, state, changed_at desc, id);
create index sheet_of_stage on recording.sheet (org_no, pack, stage, changed_at desc) where state in ('recorded', 'waiting');

alter table recording.sheet enable row level security;
alter table recording.sheet force row level security;
create policy tenant on recording.sheet using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select, insert, update on recording.sheet to suyuan_identity;
grant select, insert, update, delete on recording.sheet to suyuan_maintenance;
