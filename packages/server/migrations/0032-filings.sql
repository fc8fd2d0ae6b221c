-- What an organisation has handed in to an authority: the lines as they were sent, so that the same file can be sent again, and held
-- against the records of today (ADR 0025). Not derived: what was sent stays sent.
create table compliance.filing (
  id             uuid primary key default gen_random_uuid(),
  org_no         int not null references identity.organisation (no),
  pack           text not null check (length(pack) between 1 and 60),
  filing         text not null check (length(filing) between 1 and 60),
  version        text not null check (length(version) between 1 and 20), -- of the pack
  format         text not null check (format in ('csv', 'xlsx', 'json')),
  columns        json not null, -- elements and their headings, as they were then
  lines          int not null check (lines > 0),
  made_at        timestamptz not null,
  made_by        uuid references identity.person (id), -- null: by a key
  receipt_at     timestamptz,
  receipt_number text check (length(receipt_number) between 1 and 200),
  check (receipt_number is null or receipt_at is not null)
);
create index filing_made on compliance.filing (org_no, pack, filing, made_at desc, id);

create table compliance.filed_line (
  filing_id  uuid not null references compliance.filing (id),
  line       int not null,
  org_no     int not null,
  pack       text not null,
  filing     text not null,
  identity   text not null, -- eventID, or the CBV hash ID
  place      int not null, -- among the units of the event
  event_time timestamptz not null,
  unit       text,
  cells      json not null,
  refusal    text check (length(refusal) between 1 and 500),
  primary key (filing_id, line)
);
-- No line is sent twice, but where it was refused.
create unique index filed_once on compliance.filed_line (org_no, pack, filing, identity, place) where refusal is null;

do $$
declare own text;
begin
  foreach own in array array['filing', 'filed_line'] loop
    execute format('alter table compliance.%I enable row level security', own);
    execute format('alter table compliance.%I force row level security', own);
    execute format('create policy tenant on compliance.%I using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', own);
  end loop;
end $$;

grant usage on schema compliance to suyuan_identity;
grant select on compliance.filing, compliance.filed_line to suyuan_app;
grant select, insert, update, delete on compliance.filing, compliance.filed_line to suyuan_identity, suyuan_maintenance;
