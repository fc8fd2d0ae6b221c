-- What came instead of what was recorded as sent: a correction that whoever recorded it may take over.
alter table disclosure.dispute add column differences json;

-- Whoever recorded the event says so too, and has corrected it.
create table disclosure.acceptance (
  dispute_id uuid primary key references disclosure.dispute (id),
  org_no     int not null references identity.organisation (no), -- who recorded the event
  corrected  text check (length(corrected) between 1 and 2000), -- eventID of what stands instead; null where nothing does
  made_by    uuid references identity.person (id), -- null where a key did
  made_at    timestamptz not null
);
create index acceptance_org on disclosure.acceptance (org_no);

alter table disclosure.acceptance enable row level security;
alter table disclosure.acceptance force row level security;
create policy tenant on disclosure.acceptance using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
create policy chain on disclosure.acceptance for select to suyuan_chain using (true);
grant select, insert on disclosure.acceptance to suyuan_identity;
grant select on disclosure.acceptance to suyuan_chain;
grant select, insert, update, delete on disclosure.acceptance to suyuan_maintenance;
