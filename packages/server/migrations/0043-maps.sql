-- The map of provinces that the operator of the installation gives (modules/maps): one, or none. Not derived.
create schema maps;
grant usage on schema maps to suyuan_identity, suyuan_maintenance;

create table maps.approved (
  is_one  boolean primary key default true check (is_one),
  number  text not null check (length(number) between 1 and 40),
  maker   text not null check (length(maker) between 1 and 100),
  drawing text not null check (length(drawing) <= 16000000), -- a tree of elements as JSON
  set_at  timestamptz not null,
  set_by  uuid not null references identity.person (id)
);

grant select, insert, update, delete on maps.approved to suyuan_identity;
grant select, insert, update, delete on maps.approved to suyuan_maintenance;
