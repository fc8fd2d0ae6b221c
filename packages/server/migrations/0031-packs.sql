-- Category packs and versions that the operator of the installation adds beside those that come with the program (ADR 0024).
create schema standards;
grant usage on schema standards to suyuan_identity, suyuan_maintenance;

create table standards.pack (
  no           int generated always as identity primary key,
  pack         text not null check (length(pack) between 1 and 60),
  version      text not null check (length(version) between 1 and 20),
  body         text not null check (length(body) <= 4000000), -- as published
  digest       text not null check (length(digest) = 64),
  added_at     timestamptz not null,
  added_by     uuid references identity.person (id), -- null: by whoever has the machine
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.person (id),
  check (withdrawn_at >= added_at)
);
-- Once withdrawn, a version may be added anew.
create unique index pack_version on standards.pack (pack, version) where withdrawn_at is null;

grant select, insert, update on standards.pack to suyuan_identity;
grant select, insert, update on standards.pack to suyuan_maintenance;
