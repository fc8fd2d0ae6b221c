-- What waits for somebody else's release, and what somebody of another organisation confirmed on the spot.

-- A document as its recorder wrote it. `releasing`: on its way into the log; whoever finds it so has it go on.
create table events.draft (
  id         uuid primary key default gen_random_uuid(),
  org_no     int not null references identity.organisation (no),
  body       text not null check (octet_length(body) <= 1048576),
  events     int not null check (events > 0),
  note       text check (length(note) <= 500),
  made_by    uuid not null references identity.person (id),
  made_at    timestamptz not null default now(),
  state      text not null default 'waiting' check (state in ('waiting', 'releasing', 'released', 'rejected', 'withdrawn')),
  decided_by uuid references identity.person (id),
  decided_at timestamptz,
  reason     text check (length(reason) <= 500),
  job_id     uuid,
  check ((state = 'waiting') = (decided_by is null)),
  check (state <> 'released' or job_id is not null)
);
create index draft_org on events.draft (org_no, made_at desc);

-- A person of another organisation confirms a record: a statement, signed by the installation. `statement` is what is signed.
create table events.countersignature (
  id         uuid primary key default gen_random_uuid(),
  org_no     int not null references identity.organisation (no), -- whose record it is
  event_id   uuid not null,
  statement  text not null check (length(statement) <= 20000),
  key_id     text not null,
  signature  bytea not null check (octet_length(signature) = 64),
  person_id  uuid not null references identity.person (id),
  signed_at  timestamptz not null
);
create index countersignature_event on events.countersignature (event_id);

-- Public keys of the installation, the older ones kept: what they signed is checked with them.
create table identity.signing_key (
  key_id     text primary key,
  jwk        jsonb not null,
  created_at timestamptz not null default now()
);

do $$
declare own text;
begin
  foreach own in array array['draft', 'countersignature'] loop
    execute format('alter table events.%I enable row level security', own);
    execute format('alter table events.%I force row level security', own);
    execute format('create policy tenant on events.%I using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', own);
  end loop;
end $$;

grant usage on schema events to suyuan_identity;
grant select, insert, update on events.draft to suyuan_identity;
grant select, insert on events.countersignature to suyuan_identity;
grant select, insert on identity.signing_key to suyuan_identity;
grant select on events.countersignature to suyuan_app;
grant select, insert, update, delete on events.draft, events.countersignature, identity.signing_key to suyuan_maintenance;
