-- What owners open further than the levels that elements have by default (ADR 0022), and who has which code.
create schema disclosure;
grant usage on schema disclosure to suyuan_chain, suyuan_identity, suyuan_maintenance;

create table disclosure.opening (
  id          uuid primary key default gen_random_uuid(),
  org_no      int not null references identity.organisation (no),
  element     text not null check (element ~ '^([a-zA-Z]{1,40}|[*])$'), -- of the contract; * all of them
  product     text check (length(product) between 1 and 500), -- canonical; of all goods where null
  level       text check (level in ('partner', 'chain', 'regulator', 'public')),
  partner_no  int references identity.organisation (no), -- to this one alone
  valid_from  timestamptz not null,
  valid_until timestamptz,
  note        text check (length(note) between 1 and 200),
  made_by     uuid references identity.person (id),
  created_at  timestamptz not null default now(),
  ended_at    timestamptz,
  check ((level is null) <> (partner_no is null)),
  check (partner_no <> org_no),
  check (valid_until > valid_from)
);
create index opening_org on disclosure.opening (org_no) where ended_at is null;

alter table disclosure.opening enable row level security;
alter table disclosure.opening force row level security;
create policy tenant on disclosure.opening using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
create policy chain on disclosure.opening for select to suyuan_chain using (true);
grant select, insert, update on disclosure.opening to suyuan_identity;
grant select on disclosure.opening to suyuan_chain;
grant select, insert, update, delete on disclosure.opening to suyuan_maintenance;

-- Those of the organisation of the transaction, with whom they are for.
create function disclosure.own_openings()
  returns table (id uuid, element text, product text, level text, partner_id uuid, partner_name text, valid_from timestamptz,
                 valid_until timestamptz, note text, created_at timestamptz)
  language sql stable security definer set search_path = ''
begin atomic
  select p.id, p.element, p.product, p.level, o.id, coalesce(o.name, o.code), p.valid_from, p.valid_until, p.note, p.created_at
  from disclosure.opening p left join identity.organisation o on o.no = p.partner_no
  where p.org_no = identity.acting_org() and p.ended_at is null
  order by p.created_at desc, p.id;
end;

-- The organisation of each of these codes: its own, that of a place of its, or one in a range that it holds. The most said counts.
create function disclosure.directory(codes text[], digits text[])
  returns table (code text, org_no int, kind text, region text)
  language sql stable security definer set search_path = ''
begin atomic
  select distinct on (found.code) found.code, found.org_no, found.kind, found.region from (
    select s.code, s.org_no, s.kind, coalesce(s.region, o.region) as region, 1 as weight
    from identity.site s join identity.organisation o on o.no = s.org_no
    where s.code = any(codes) and s.closed_at is null
    union all
    select o.code, o.no, null, o.region, 2 from identity.organisation o where o.code = any(codes)
    union all
    select g.code, h.org_no, null, o.region, 3
    from unnest(codes, digits) as g (code, digits)
    join identity.holding h on h.scheme = 'gs1' and h.ended_at is null
      and left(g.digits, length(h.first)) between h.first and coalesce(h.last, h.first) collate "C"
    join identity.organisation o on o.no = h.org_no
    where g.digits is not null
  ) found order by found.code, found.weight;
end;

create function disclosure.supervised_among(regulator int, orgs int[]) returns setof int
  language sql stable security definer set search_path = ''
begin atomic
  select no from unnest(orgs) as no where identity.supervises(regulator, no);
end;

create function disclosure.has_jurisdiction(regulator int) returns boolean
  language sql stable security definer set search_path = ''
begin atomic
  select exists (select from identity.jurisdiction j join identity.organisation o on o.no = j.org_no
    where j.org_no = regulator and j.ended_at is null and o.kind = 'regulator' and o.status = 'active');
end;

revoke execute on all functions in schema disclosure from public;
grant execute on function disclosure.own_openings to suyuan_identity;
grant execute on function disclosure.directory, disclosure.supervised_among, disclosure.has_jurisdiction to suyuan_chain;
