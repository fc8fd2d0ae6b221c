-- Where organisations work, what they are licensed for, which codes are theirs, and who watches over whom.

-- Places of an organisation. `boundary` is what a map or a register calls the land.
create table identity.site (
  id         uuid primary key default gen_random_uuid(),
  org_no     int not null references identity.organisation (no),
  name       text not null check (length(name) between 1 and 200),
  kind       text not null check (kind in ('farm', 'factory', 'warehouse', 'shop', 'laboratory', 'office', 'equipment', 'other')),
  code       text check (length(code) between 1 and 500), -- canonical, such as a GLN
  region     text check (region ~ '^[0-9]{2}([0-9]{2}){0,2}$'), -- GB/T 2260
  place_code text check (place_code ~ '^[0-9]{9}([0-9]{3})?$'), -- 统计用区划代码: towns nine digits, villages twelve
  address    text check (length(address) <= 500),
  boundary   text check (length(boundary) <= 500),
  created_at timestamptz not null default now(),
  closed_at  timestamptz
);
create index site_org on identity.site (org_no);
create unique index site_code on identity.site (code) where code is not null and closed_at is null;

-- What an organisation may do by law. Verified: who saw what, when; an organisation does not verify its own.
create table identity.licence (
  id            uuid primary key default gen_random_uuid(),
  org_no        int not null references identity.organisation (no),
  site_id       uuid references identity.site (id),
  scheme        text not null check (length(scheme) between 1 and 60), -- of the code, such as cn-licence-sc; other
  number        text not null check (length(number) between 1 and 200), -- canonical
  scope         text check (length(scope) <= 1000),
  issuer        text check (length(issuer) <= 200),
  valid_from    date,
  valid_until   date,
  created_at    timestamptz not null default now(),
  ended_at      timestamptz,
  verified_at   timestamptz,
  verified_by   uuid references identity.person (id),
  verified_via  int references identity.organisation (no),
  verified_what text check (length(verified_what) between 1 and 500),
  check (valid_until >= valid_from),
  check ((verified_at is null) = (verified_by is null) and (verified_at is null) = (verified_what is null)
         and (verified_at is null) = (verified_via is null)),
  check (verified_via <> org_no)
);
create index licence_org on identity.licence (org_no);
create unique index licence_once on identity.licence (org_no, scheme, number) where ended_at is null;

-- Codes that an organisation gives out: all that begin with `first`, or from `first` to `last`, which are as long.
create table identity.holding (
  id         uuid primary key default gen_random_uuid(),
  org_no     int not null references identity.organisation (no),
  scheme     text not null check (length(scheme) between 1 and 60), -- gs1, cn-drug …
  first      text not null check (first ~ '^[0-9A-Za-z.-]{1,60}$'),
  last       text check (last ~ '^[0-9A-Za-z.-]{1,60}$' and length(last) = length(first) and last >= first collate "C"),
  note       text check (length(note) <= 200),
  created_at timestamptz not null default now(),
  ended_at   timestamptz
);
create index holding_scheme on identity.holding (scheme) where ended_at is null;
create index holding_org on identity.holding (org_no);

-- A regulator watches over a region, with those inside of it, and a category; `*` all. Given by the operator or the level above.
create table identity.jurisdiction (
  id         uuid primary key default gen_random_uuid(),
  org_no     int not null references identity.organisation (no),
  region     text not null check (region = '*' or region ~ '^[0-9]{2}([0-9]{2}){0,2}$'),
  category   text not null check (length(category) between 1 and 60),
  given_no   int not null references identity.organisation (no), -- by whom
  given_by   uuid references identity.person (id),
  created_at timestamptz not null default now(),
  ended_at   timestamptz,
  check (given_no <> org_no)
);
create unique index jurisdiction_once on identity.jurisdiction (org_no, region, category) where ended_at is null;
create index jurisdiction_given on identity.jurisdiction (given_no);

do $$
declare own text;
begin
  foreach own in array array['site', 'licence', 'holding', 'jurisdiction'] loop
    execute format('alter table identity.%I enable row level security', own);
    execute format('create policy tenant on identity.%I using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', own);
  end loop;
end $$;

grant select, insert, update on identity.site, identity.licence, identity.holding to suyuan_identity;
-- Nobody gives itself one, so that a tenant only reads them.
grant select on identity.jurisdiction to suyuan_identity;
grant select, insert, update, delete on identity.site, identity.licence, identity.holding, identity.jurisdiction to suyuan_maintenance;

-- Those of others that a holding would run into: one begins with the other, or both have a code.
create function identity.holding_taken(of_scheme text, of_first text, of_last text) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
begin
  -- Of two who ask at once, one is after the other.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('suyuan.holding ' || of_scheme, 0));
  return exists (select from identity.holding h
    where h.scheme = of_scheme and h.ended_at is null and h.org_no <> identity.acting_org()
      and left(h.first, least(length(h.first), length(of_first))) <= left(coalesce(of_last, of_first), least(length(h.first), length(of_first))) collate "C"
      and left(coalesce(h.last, h.first), least(length(h.first), length(of_first))) >= left(of_first, least(length(h.first), length(of_first))) collate "C");
end $$;

-- A branch of the organisation of the transaction.
create function identity.add_branch(name text, code text, kind text, region text) returns table (no int, id uuid)
  language sql volatile security definer set search_path = ''
begin atomic
  insert into identity.organisation as o (name, code, kind, region, parent_no)
  select add_branch.name, add_branch.code, add_branch.kind, add_branch.region, identity.acting_org()
  where identity.acting_org() is not null
  returning o.no, o.id;
end;

create function identity.branches(looked_for text, after text, most int)
  returns table (id uuid, name text, code text, kind text, status text, region text, people int, keys int, recorded_at timestamptz, key text)
  language sql stable security definer set search_path = ''
begin atomic
  select o.id, o.name, o.code, o.kind, o.status, o.region,
    (select count(*)::int from identity.membership m where m.org_no = o.no and m.ended_at is null),
    (select count(*)::int from identity.api_key k where k.org_no = o.no and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())),
    (select max(l.sequenced_at) from integrity.log l where l.org_no = o.no), to_char(o.no, 'FM0000000000')
  from identity.organisation o
  where o.parent_no = identity.acting_org() and (looked_for is null or o.name ilike looked_for or o.code ilike looked_for)
    and (after is null or to_char(o.no, 'FM0000000000') > after)
  order by o.no limit most;
end;

-- One by its id or its own code: enough to name whom one gives a mandate, and no more.
create function identity.known_as(given text) returns table (no int, id uuid, name text, code text, kind text)
  language sql stable security definer set search_path = ''
begin atomic
  select o.no, o.id, o.name, o.code, o.kind from identity.organisation o
  where (o.id::text = lower(given) or o.code = given) and o.status = 'active';
end;

-- What one is called by its number, where somebody of it has seen something.
create function identity.known_no(org int) returns table (id uuid, name text)
  language sql stable security definer set search_path = ''
begin atomic
  select o.id, coalesce(o.name, o.code) from identity.organisation o where o.no = org;
end;

-- Mandates of both sides: those that the organisation gave, and those that it was given.
create function identity.mandates()
  returns table (id uuid, is_given boolean, other_id uuid, other_name text, other_code text, rights text[], created_at timestamptz, ends_at timestamptz)
  language sql stable security definer set search_path = ''
begin atomic
  select m.id, m.org_no = identity.acting_org(), o.id, o.name, o.code, m.rights, m.created_at, m.ends_at
  from identity.mandate m
  join identity.organisation o on o.no = case when m.org_no = identity.acting_org() then m.agent_no else m.org_no end
  where identity.acting_org() in (m.org_no, m.agent_no) and m.ended_at is null
  order by m.created_at, m.id;
end;

-- Either side ends one; whose it was, so that both are told.
create function identity.end_mandate(mandate uuid) returns table (org_no int, org_id uuid, agent_no int, agent_id uuid)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  return query update identity.mandate m set ended_at = now() from identity.organisation o, identity.organisation a
    where m.id = mandate and m.ended_at is null and identity.acting_org() in (m.org_no, m.agent_no)
      and o.no = m.org_no and a.no = m.agent_no
    returning o.no, o.id, a.no, a.id;
end $$;

-- Whether a regulator watches over an organisation: somewhere above its region, in one of its categories.
create function identity.supervises(regulator int, org int) returns boolean
  language sql stable security definer set search_path = ''
begin atomic
  select exists (select from identity.jurisdiction j
      join identity.organisation r on r.no = j.org_no and r.kind = 'regulator' and r.status = 'active'
      join identity.organisation o on o.no = org
    where j.org_no = regulator and j.ended_at is null and regulator <> org
      and (j.region = '*' or o.region like j.region || '%') and (j.category = '*' or j.category = any(o.categories)));
end;

create function identity.supervised(looked_for text, after int, most int)
  returns table (no int, id uuid, name text, code text, kind text, status text, region text, categories text[])
  language sql stable security definer set search_path = ''
begin atomic
  select o.no, o.id, o.name, o.code, o.kind, o.status, o.region, o.categories
  from identity.organisation o
  where identity.supervises(identity.acting_org(), o.no) and (after is null or o.no > after)
    and (looked_for is null or o.name ilike looked_for or o.code ilike looked_for)
  order by o.no limit most;
end;

-- One that is watched over, by its id.
create function identity.supervised_one(wanted uuid)
  returns table (no int, id uuid, name text, code text, kind text, status text, region text, categories text[])
  language sql stable security definer set search_path = ''
begin atomic
  select o.no, o.id, o.name, o.code, o.kind, o.status, o.region, o.categories
  from identity.organisation o where o.id = wanted and identity.supervises(identity.acting_org(), o.no);
end;

-- A licence of one that is watched over was seen by a person of the regulator.
create function identity.verify_licence(licence uuid, by_person uuid, what text) returns table (org_no int, org_id uuid)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  return query update identity.licence l
      set verified_at = now(), verified_by = by_person, verified_via = identity.acting_org(), verified_what = what
    from identity.organisation o
    where l.id = licence and l.ended_at is null and o.no = l.org_no and identity.supervises(identity.acting_org(), l.org_no)
    returning o.no, o.id;
end $$;

-- A regulator gives one below it what lies inside of its own. Null where it may not, or the other is no regulator.
create function identity.give_jurisdiction(receiver uuid, of_region text, of_category text, by_person uuid)
  returns table (id uuid, org_no int, org_id uuid)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  return query insert into identity.jurisdiction as j (org_no, region, category, given_no, given_by)
    select o.no, of_region, of_category, identity.acting_org(), by_person from identity.organisation o
    where o.id = receiver and o.kind = 'regulator' and o.status = 'active' and o.no <> identity.acting_org()
      and exists (select from identity.jurisdiction own
                  join identity.organisation r on r.no = own.org_no and r.kind = 'regulator' and r.status = 'active'
        where own.org_no = identity.acting_org() and own.ended_at is null
          and (own.region = '*' or of_region like own.region || '_%') and own.category in ('*', of_category))
    on conflict do nothing
    returning j.id, j.org_no, receiver;
end $$;

-- Those that the organisation gave; and the end of one of them.
create function identity.jurisdictions_given()
  returns table (id uuid, org_id uuid, name text, region text, category text, created_at timestamptz)
  language sql stable security definer set search_path = ''
begin atomic
  select j.id, o.id, o.name, j.region, j.category, j.created_at
  from identity.jurisdiction j join identity.organisation o on o.no = j.org_no
  where j.given_no = identity.acting_org() and j.ended_at is null order by j.created_at, j.id;
end;

create function identity.end_jurisdiction(jurisdiction uuid) returns table (org_no int, org_id uuid)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  return query update identity.jurisdiction j set ended_at = now() from identity.organisation o
    where j.id = jurisdiction and j.given_no = identity.acting_org() and j.ended_at is null and o.no = j.org_no
    returning o.no, o.id;
end $$;

revoke execute on all functions in schema identity from public;
grant execute on function identity.holding_taken, identity.add_branch, identity.branches, identity.known_as, identity.known_no, identity.mandates,
  identity.end_mandate, identity.supervised, identity.supervised_one, identity.verify_licence, identity.give_jurisdiction,
  identity.jurisdictions_given, identity.end_jurisdiction to suyuan_identity;

-- Whoever came with an organisation that was merged into this one goes when that is taken back.
alter table identity.membership add column merged_from int references identity.organisation (no);

alter table identity.api_key add foreign key (site_id) references identity.site (id);
