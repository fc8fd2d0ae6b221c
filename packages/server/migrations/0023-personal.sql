-- breaking: a program of before would renew the keys of secrets without what is sealed here, and back up all but this.
-- Personal data that events refer to by `urn:suyuan:person-datum:<id>` alone, so that it can be erased where records cannot.
create schema personal;
grant usage on schema personal to suyuan_identity, suyuan_maintenance;

create table personal.datum (
  id          uuid primary key,
  org_no      int not null references identity.organisation (no),
  kind        text not null check (kind in ('phone', 'id-number', 'name', 'address', 'other')),
  mask        text check (length(mask) between 1 and 40), -- what may be shown
  -- HMAC-SHA256 of organisation, kind and value under a key outside of the database: the same value is one datum. Null as well
  -- where two of one value came while the keys were being renewed.
  fingerprint bytea check (octet_length(fingerprint) = 32),
  key_no      int,
  -- Sealed under a key outside of the database, its organisation and id with it.
  sealed      bytea,
  created_at  timestamptz not null default clock_timestamp(),
  erased_at   timestamptz,
  erased_by   uuid references identity.person (id),
  unique (org_no, fingerprint),
  check ((sealed is null) = (erased_at is not null)),
  check ((sealed is null) = (mask is null) and (sealed is null) = (key_no is null)),
  check (erased_at is null or (fingerprint is null and erased_by is not null)),
  check (erased_at is not null or erased_by is null)
);
create index datum_org on personal.datum (org_no, created_at desc, id desc);
create index datum_key on personal.datum (key_no) where key_no is not null;

alter table personal.datum enable row level security;
alter table personal.datum force row level security;
create policy tenant on personal.datum using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());

-- What people sign in with and what people are reached by is seen by one role; nobody deletes a row, so that what an event refers to
-- is known to be erased.
grant select, insert, update on personal.datum to suyuan_identity;
grant select, insert, update, delete on personal.datum to suyuan_maintenance;
