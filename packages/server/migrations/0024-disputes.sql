-- What partners say against what another recorded. Nothing of the record changes by it; both stand.
create table disclosure.dispute (
  id             uuid primary key default gen_random_uuid(),
  no             int generated always as identity unique, -- the order of lists
  org_no         int not null references identity.organisation (no), -- who disputes
  event_id       uuid not null, -- row of the event, which is derived and may be made anew
  event_identity text not null check (length(event_identity) between 1 and 2000), -- its eventID, or its hash
  told_as        text check (length(told_as) between 1 and 2000), -- by which name the disputing organisation knows it, where that is another
  told_nos       int[] not null check (cardinality(told_nos) > 0), -- who recorded it, when it was disputed: told of it
  subject        text not null check (subject in ('received', 'shipped', 'quantity', 'time', 'goods', 'party', 'other')),
  words          text not null check (length(words) between 1 and 500),
  made_by        uuid references identity.person (id), -- null where a key did
  created_at     timestamptz not null default now(),
  withdrawn_at   timestamptz,
  check (withdrawn_at >= created_at)
);
-- Of an organisation one that is open about an event; traces ask by the event.
create unique index dispute_open on disclosure.dispute (event_id, org_no) where withdrawn_at is null;
create index dispute_org on disclosure.dispute (org_no, no);
create index dispute_told on disclosure.dispute using gin (told_nos);

alter table disclosure.dispute enable row level security;
alter table disclosure.dispute force row level security;
create policy tenant on disclosure.dispute using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
create policy chain on disclosure.dispute for select to suyuan_chain using (true);
-- Nobody deletes a row: what was said and withdrawn was said.
grant select, insert, update on disclosure.dispute to suyuan_identity;
grant select on disclosure.dispute to suyuan_chain;
grant select, insert, update, delete on disclosure.dispute to suyuan_maintenance;
