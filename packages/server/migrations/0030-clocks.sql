-- What is due of an organisation by a clock of a pack, from a start to what ended it. Derived, like what the judge says.
create table compliance.clock (
  org_no         int not null,
  pack           text not null,
  clock          text not null,
  subject        text not null, -- canonical code of a unit; empty: of the organisation itself
  started_event  uuid not null,
  started_by     text not null, -- eventID, or the CBV hash ID
  started_at     timestamptz, -- from when it runs; null where that is not recorded
  due_at         timestamptz, -- the first moment that is late; null while it rests, and where it cannot be told
  last_day       date,
  is_provisional boolean not null,
  is_paused      boolean not null,
  ended_event    uuid,
  ended_by       text,
  ended_at       timestamptz,
  is_done        boolean not null, -- what ended it was what was due
  primary key (org_no, pack, clock, subject, started_event),
  check ((ended_event is null) = (ended_at is null) and (ended_event is null) = (ended_by is null) and (ended_at is not null or not is_done))
);
create index clock_open on compliance.clock (org_no, due_at) where ended_at is null;
create index clock_subject on compliance.clock (subject);
create index clock_started on compliance.clock (started_event);
create index clock_ended on compliance.clock (ended_event);

alter table compliance.clock enable row level security;
alter table compliance.clock force row level security;
create policy tenant on compliance.clock using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select on compliance.clock to suyuan_app;
grant select, insert, update, delete on compliance.clock to suyuan_maintenance;
