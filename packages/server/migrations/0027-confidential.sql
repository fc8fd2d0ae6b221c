-- Looks of a regulator that are told to their owners afterwards (ADR 0022): a case, asked for by one person of the office and
-- approved by another. Both tables are the office's. Of an owner that is not told yet there is no row under its own number.
create table disclosure.confidential_reading (
  id          uuid primary key default gen_random_uuid(),
  org_no      int not null references identity.organisation (no), -- the regulator
  case_no     text not null check (length(case_no) between 1 and 100),
  reason      text not null check (length(reason) between 1 and 500),
  about_nos   int[] check (cardinality(about_nos) between 1 and 50), -- all whose chain is in its jurisdiction where null
  days        int not null check (days between 1 and 180), -- from the approval on
  asked_by    uuid not null references identity.person (id),
  asked_at    timestamptz not null,
  approved_by uuid references identity.person (id),
  approved_at timestamptz,
  valid_until timestamptz,
  ended_at    timestamptz,
  told_at     timestamptz, -- when the last of its looks was told
  check (approved_by <> asked_by),
  check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (valid_until is null)),
  -- In hours: a day has 23 or 25 of them where clocks are turned.
  check (valid_until > approved_at and valid_until <= approved_at + interval '4320 hours'),
  check (told_at is null or ended_at is not null)
);
create index confidential_reading_org on disclosure.confidential_reading (org_no, asked_at desc, id desc);
create index confidential_reading_open on disclosure.confidential_reading (org_no) where ended_at is null;

-- What an owner is told when the reading is over; gone from here once it is.
create table disclosure.held_look (
  id         uuid primary key default gen_random_uuid(),
  org_no     int not null references identity.organisation (no), -- the regulator
  reading_id uuid not null references disclosure.confidential_reading (id),
  owner_no   int not null references identity.organisation (no), -- who will be told
  at         timestamptz not null,
  detail     jsonb not null, -- both as an occurrence has them
  actor      jsonb not null
);
create index held_look_reading on disclosure.held_look (reading_id);

do $$
declare own text;
begin
  foreach own in array array['confidential_reading', 'held_look'] loop
    execute format('alter table disclosure.%I enable row level security', own);
    execute format('alter table disclosure.%I force row level security', own);
    execute format('create policy tenant on disclosure.%I using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', own);
    execute format('grant select, insert, update, delete on disclosure.%I to suyuan_maintenance', own);
  end loop;
end $$;
grant select, insert, update on disclosure.confidential_reading to suyuan_identity;
-- The office holds looks and counts them; the program alone takes them out.
grant select, insert on disclosure.held_look to suyuan_identity;
grant execute on function disclosure.has_jurisdiction to suyuan_identity, suyuan_maintenance;

-- About whom these readings of the organisation of the transaction are.
create function disclosure.confidential_about(readings uuid[]) returns table (reading_id uuid, id uuid, name text, code text)
  language sql stable security definer set search_path = ''
begin atomic
  select r.id, o.id, o.name, o.code
  from disclosure.confidential_reading r join identity.organisation o on o.no = any(r.about_nos)
  where r.org_no = identity.acting_org() and r.id = any(readings)
  order by r.id, o.no;
end;
revoke execute on function disclosure.confidential_about from public;
grant execute on function disclosure.confidential_about to suyuan_identity;
