-- Under what a thing is found beside its code: each identifier that a version of it says, in each spelling that somebody may ask
-- by. Derived with `registry.version` of the same texts, so that it is made anew and checked with it.
create table registry.identifier (
  block  bigint not null,
  place  smallint not null,
  org_no int not null,
  scheme text not null,
  value  text not null,
  primary key (block, place, scheme, value)
);
create index identifier_value on registry.identifier (org_no, value);
-- An organisation's own things, in the order of their codes.
create index version_own on registry.version (org_no, code);

alter table registry.identifier enable row level security;
alter table registry.identifier force row level security;
create policy tenant on registry.identifier using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select on registry.identifier to suyuan_app;
grant insert on registry.identifier to suyuan_ingest;
grant select, insert, update, delete on registry.identifier to suyuan_maintenance;
