-- Tables of records that people send as files (modules/imports), until their rows are recorded. Not derived.
create schema imports;
grant usage on schema imports to suyuan_identity, suyuan_maintenance;

create table imports.import (
  org_no     int not null references identity.organisation (no),
  id         uuid not null, -- made by whoever sends it, so that sending it twice keeps it once
  pack       text not null check (length(pack) between 1 and 60),
  stage      text not null check (length(stage) between 1 and 60),
  name       text not null check (length(name) between 1 and 255),
  bytes      int not null check (bytes between 1 and 209715200),
  state      text not null default 'uploading'
             check (state in ('uploading', 'checking', 'checked', 'recording', 'recorded', 'failed')),
  sha256     text check (length(sha256) = 64), -- of the whole file, once it is there
  sheet      text check (length(sheet) <= 255), -- that the rows are of; empty of a CSV
  rows       int not null default 0,
  good       int not null default 0,
  faulty     int not null default 0,
  handled    int not null default 0, -- rows that were tried to be recorded; of them those below
  recorded   int not null default 0,
  refused    int not null default 0,
  last_row   int not null default 0, -- of the sheet: it goes on behind this one
  faults     jsonb not null default '[]', -- the first
  problem    jsonb, -- why it failed
  for_person uuid references identity.person (id), -- as whom it is recorded, where a person asked for it
  for_key    uuid, -- or a key, and the place at which alone that one records
  for_site   text,
  for_via    int references identity.organisation (no),
  made_by    uuid references identity.person (id), -- null: by a key
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_no, id)
);
create index import_listed on imports.import (org_no, made_at desc, id);
create index import_asked on imports.import (changed_at) where state in ('checking', 'recording');

-- A file comes in parts of a mebibyte, each sealed: there may be numbers of persons in it.
create table imports.part (
  org_no    int not null,
  import_id uuid not null,
  number    int not null check (number between 1 and 200),
  key_no    int not null,
  sealed    bytea not null check (octet_length(sealed) <= 1100000),
  primary key (org_no, import_id, number),
  foreign key (org_no, import_id) references imports.import (org_no, id) on delete cascade
);

-- Rows that could be events and were refused all the same, with the first reason.
create table imports.refusal (
  org_no    int not null,
  import_id uuid not null,
  row       int not null,
  zh        text not null,
  en        text not null,
  primary key (org_no, import_id, row),
  foreign key (org_no, import_id) references imports.import (org_no, id) on delete cascade
);

alter table imports.import enable row level security;
alter table imports.import force row level security;
create policy tenant on imports.import using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
alter table imports.part enable row level security;
alter table imports.part force row level security;
create policy tenant on imports.part using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
alter table imports.refusal enable row level security;
alter table imports.refusal force row level security;
create policy tenant on imports.refusal using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select, insert, update, delete on imports.import, imports.part, imports.refusal to suyuan_identity, suyuan_maintenance;
