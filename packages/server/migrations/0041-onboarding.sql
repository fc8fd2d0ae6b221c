-- First steps that leave no record, and who does not want to be led (modules/onboarding). Not derived.
create schema onboarding;
grant usage on schema onboarding to suyuan_identity, suyuan_maintenance;

create table onboarding.mark (
  org_no    int not null references identity.organisation (no),
  person_id uuid not null references identity.person (id),
  mark      text not null check (mark in ('label', 'trace', 'hidden')),
  at        timestamptz not null,
  primary key (org_no, person_id, mark)
);

alter table onboarding.mark enable row level security;
alter table onboarding.mark force row level security;
create policy tenant on onboarding.mark using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select, insert, delete on onboarding.mark to suyuan_identity;
grant select, insert, update, delete on onboarding.mark to suyuan_maintenance;
