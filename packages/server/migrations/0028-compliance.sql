-- What category packs find of records (ADR 0024). All of it is derived from the log, the packs and what organisations are, and is made anew where one of these changes.
create schema compliance;
grant usage on schema compliance to suyuan_app, suyuan_maintenance;

-- Events that wait to be judged. `is_again`: not new; judged since something of its units was recorded later, or what applies changed.
create table compliance.due (
  event_id uuid not null,
  is_again boolean not null,
  primary key (event_id, is_again)
);

-- Codes of which an organisation has said something else: what names them is judged again.
create table compliance.due_code (
  org_no int not null references identity.organisation (no),
  code   text not null,
  primary key (org_no, code)
);

-- By what an organisation's records were judged: a digest of its kind, its categories and the packs.
create table compliance.judged_by (
  org_no int primary key references identity.organisation (no),
  digest text not null check (length(digest) = 64)
);

-- Which record is of which stage of which pack; of none yet where `stage` is empty, which other master data may change. The id of an
-- event begins with its time, so that the index gives a ledger in its order.
create table compliance.judged (
  org_no     int not null,
  pack       text not null,
  event_id   uuid not null,
  version    text not null,
  stage      text not null,
  identity   text not null, -- eventID, or the CBV hash ID
  event_time timestamptz not null,
  named      text[] not null, -- codes whose master data went into it
  late_days  int not null check (late_days >= 0), -- whole days between the event and its record
  primary key (org_no, pack, event_id)
);
create index judged_stage on compliance.judged (org_no, pack, stage, event_id);
create index judged_named on compliance.judged using gin (named);
create index judged_event on compliance.judged (event_id);

create table compliance.finding (
  org_no   int not null,
  event_id uuid not null,
  pack     text not null,
  place    smallint not null,
  stage    text not null,
  rule     text not null,
  effect   text not null check (effect in ('refuse', 'flag', 'unknown')),
  unit     text,
  body     json not null, -- the finding whole, in both languages
  primary key (org_no, event_id, pack, place)
);
create index finding_event on compliance.finding (event_id);
create index finding_effect on compliance.finding (org_no, effect, event_id);

do $$
declare own text;
begin
  foreach own in array array['judged', 'finding', 'due_code'] loop
    execute format('alter table compliance.%I enable row level security', own);
    execute format('alter table compliance.%I force row level security', own);
    execute format('create policy tenant on compliance.%I using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', own);
  end loop;
end $$;

grant select on compliance.judged, compliance.finding, compliance.due_code to suyuan_app;
grant insert on compliance.due, compliance.due_code to suyuan_app;
grant select, insert, update, delete on all tables in schema compliance to suyuan_maintenance;
