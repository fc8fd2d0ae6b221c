-- Who answers for what is recorded. Each installation has one organisation of its own, the first; keys that name no other
-- belong to it.
create table identity.organisation (
  no         int generated always as identity primary key,
  id         uuid not null unique default gen_random_uuid(), -- the same everywhere; what is handed on names this
  code       text unique, -- the party's own code, canonical; none for an installation that has not said who it is
  name       text,
  created_at timestamptz not null default now()
);
insert into identity.organisation default values;
insert into identity.organisation (code) select distinct org from identity.api_key where org is not null order by org;

alter table identity.api_key add column org_no int not null default 1 references identity.organisation (no);
update identity.api_key k set org_no = o.no from identity.organisation o where o.code = k.org;
alter table identity.api_key alter column org_no drop default, drop column org;
