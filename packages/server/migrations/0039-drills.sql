-- Drills: a lot traced both ways with its balance, as it was found then (modules/drills). Not derived.
create schema drills;
grant usage on schema drills to suyuan_identity, suyuan_maintenance;

create table drills.drill (
  org_no     int not null references identity.organisation (no),
  id         uuid not null, -- made by whoever asks, so that sending it twice runs it once
  code       text not null check (length(code) <= 2000), -- canonical
  is_picked  boolean not null,
  started_at timestamptz not null,
  took_ms    int not null check (took_ms >= 0),
  made_by    uuid references identity.person (id), -- null: by a key
  outcome    text not null check (outcome in ('holds', 'off', 'untold')),
  is_whole   boolean not null,
  log_size   bigint not null,
  log_root   bytea not null check (octet_length(log_root) = 32),
  result     json not null,
  primary key (org_no, id)
);
create index drill_listed on drills.drill (org_no, started_at desc, id desc);

alter table drills.drill enable row level security;
alter table drills.drill force row level security;
create policy tenant on drills.drill using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select, insert on drills.drill to suyuan_identity;
grant select, insert, update, delete on drills.drill to suyuan_maintenance;
