-- breaking: a named server has its roles made once more (suyuan roles): `suyuan_identity` alone reads what people sign in with.
-- People, what they may do where, and how they sign in (ADR 0018); what they did (ADR 0019).

-- What an organisation is and where it stands. `parent_no`: it is a branch. A merged one goes on as `merged_into`.
alter table identity.organisation
  add column kind text not null default 'enterprise' check (kind in
    ('enterprise', 'household', 'regulator', 'laboratory', 'certifier', 'association', 'operator', 'service')),
  add column status text not null default 'active' check (status in ('pending', 'active', 'suspended', 'merged', 'closed')),
  add column parent_no int references identity.organisation (no) check (parent_no <> no),
  add column merged_into int references identity.organisation (no) check (merged_into <> no),
  add column region text check (region ~ '^[0-9]{2}([0-9]{2}){0,2}$'), -- GB/T 2260
  add column categories text[] not null default '{}',
  -- Of whom a second factor is asked: of nobody who has none, of those who manage, of all.
  add column second_factor text not null default 'offered' check (second_factor in ('offered', 'managers', 'all')),
  add check ((status = 'merged') = (merged_into is not null));
create index organisation_parent on identity.organisation (parent_no) where parent_no is not null;
-- Functions that find who calls look before it is known on whose behalf; the owner of the tables is nobody's login at work.
alter table identity.organisation no force row level security;

-- What a person may do in an organisation, by the name of a role; an organisation changes its own.
create table identity.role (
  org_no int not null references identity.organisation (no),
  name   text not null check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  title  text check (length(title) between 1 and 60), -- null for those that everybody begins with: the program has their words
  rights text[] not null check (rights <@ array['query', 'trace', 'capture', 'draft', 'release', 'audit', 'supervise', 'manage', 'own', 'operate']),
  primary key (org_no, name),
  -- The installation is run by its own organisation.
  check (not rights @> '{operate}' or org_no = 1),
  check (name <> 'owner' or rights @> '{own,manage}')
);

-- What everybody begins with.
create function identity.first_roles(org int) returns table (org_no int, name text, rights text[]) language sql immutable
  set search_path = ''
begin atomic
  select org, r.name, case when org = 1 and r.rights @> '{manage}' then r.rights || '{operate}'::text[] else r.rights end
  from (values
    ('owner', '{query,trace,capture,draft,release,audit,supervise,manage,own}'::text[]),
    ('administrator', '{query,trace,capture,draft,release,audit,supervise,manage}'),
    ('recorder', '{query,trace,capture,draft}'),
    ('drafter', '{query,trace,draft}'), -- what it records waits for somebody else's release
    ('releaser', '{query,trace,draft,release}'),
    ('auditor', '{query,trace,audit,supervise}'),
    ('viewer', '{query,trace}')) as r (name, rights);
end;

create function identity.give_roles() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into identity.role (org_no, name, rights) select * from identity.first_roles(new.no);
  return null;
end $$;
create trigger give_roles after insert on identity.organisation for each row execute function identity.give_roles();
insert into identity.role (org_no, name, rights) select r.* from identity.organisation o, identity.first_roles(o.no) r;

create table identity.person (
  id          uuid primary key default gen_random_uuid(),
  name        text not null check (length(name) between 1 and 100),
  created_at  timestamptz not null default now(),
  disabled_at timestamptz
);

-- What a person types to say who it is: a name, a telephone (E.164) or an e-mail; canonical, so that nobody else has the same.
create table identity.login_name (
  value     text primary key check (length(value) between 1 and 200),
  kind      text not null check (kind in ('name', 'phone', 'email')),
  person_id uuid not null references identity.person (id)
);
create index login_name_person on identity.login_name (person_id);

create table identity.membership (
  org_no     int not null references identity.organisation (no),
  person_id  uuid not null references identity.person (id),
  role       text not null,
  created_at timestamptz not null default now(),
  ended_at   timestamptz,
  primary key (org_no, person_id),
  foreign key (org_no, role) references identity.role (org_no, name)
);
create index membership_person on identity.membership (person_id);

-- A service provider acts for a firm, within these rights.
create table identity.mandate (
  id         uuid primary key default gen_random_uuid(),
  org_no     int not null references identity.organisation (no), -- who is acted for
  agent_no   int not null references identity.organisation (no),
  rights     text[] not null check (rights <@ array['query', 'trace', 'capture', 'draft']),
  made_by    uuid references identity.person (id),
  created_at timestamptz not null default now(),
  ends_at    timestamptz,
  ended_at   timestamptz,
  check (org_no <> agent_no)
);
create unique index mandate_in_force on identity.mandate (org_no, agent_no) where ended_at is null;
create index mandate_agent on identity.mandate (agent_no) where ended_at is null;

create table identity.password (
  person_id uuid primary key references identity.person (id),
  phc       text not null check (phc like '$argon2id$%' and length(phc) < 300),
  set_at    timestamptz not null default now()
);

-- Sealed under a key outside of the database; the person's id is sealed in with it. A step of time counts once.
create table identity.totp (
  person_id    uuid primary key references identity.person (id),
  sealed       bytea not null,
  key_no       smallint not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);

-- SHA-256 of 120 random bits each.
create table identity.recovery_code (
  hash      bytea primary key check (octet_length(hash) = 32),
  person_id uuid not null references identity.person (id),
  used_at   timestamptz
);
create index recovery_code_person on identity.recovery_code (person_id);

-- Links that open something once. Who has one is trusted with it, so that only its SHA-256 is kept.
create table identity.link (
  id         uuid primary key default gen_random_uuid(),
  hash       bytea not null unique check (octet_length(hash) = 32),
  purpose    text not null check (purpose in ('first-start', 'invitation', 'password', 'second-factor')),
  org_no     int references identity.organisation (no), -- into which an invitation leads
  role       text,
  person_id  uuid references identity.person (id), -- whose password or factor it resets
  name       text check (length(name) between 1 and 100), -- whom an invitation is for
  made_by    uuid references identity.person (id),
  made_at    timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  used_by    uuid references identity.person (id),
  revoked_at timestamptz,
  foreign key (org_no, role) references identity.role (org_no, name),
  check (case purpose when 'invitation' then org_no is not null and role is not null and name is not null
              when 'first-start' then person_id is null else person_id is not null end)
);
create index link_org on identity.link (org_no) where used_at is null and revoked_at is null;

-- A person who is signed in, by the SHA-256 of what the browser holds. `via_no`: the membership that it acts by, where that is
-- of another organisation than the one acted for (a parent, a service provider).
create table identity.session (
  id        uuid primary key default gen_random_uuid(),
  hash      bytea not null unique check (octet_length(hash) = 32),
  person_id uuid not null references identity.person (id),
  org_no    int references identity.organisation (no),
  via_no    int references identity.organisation (no),
  stage     text not null check (stage in ('second-factor', 'enrol', 'full')),
  methods   text[] not null, -- RFC 8176: pwd, otp …
  proven_at timestamptz not null default now(),
  made_at   timestamptz not null default now(),
  seen_at   timestamptz not null default now(),
  ends_at   timestamptz not null,
  idle      interval not null,
  ended_at  timestamptz,
  address   inet,
  agent     text check (length(agent) <= 300)
);
create index session_person on identity.session (person_id) where ended_at is null;
create index session_end on identity.session (ends_at);

-- Failures by what was tried and from where, as SHA-256: nobody is kept here by name.
create table identity.attempt (
  key           bytea primary key check (octet_length(key) = 32),
  failures      int not null,
  since         timestamptz not null,
  blocked_until timestamptz
);
create index attempt_since on identity.attempt (since);

-- What happened: sign-ins, grants, keys, changes of master data, exports. Added to and never changed; each is a leaf of the log, by
-- a block of its own, and so stands in the log's order. `body` is what the leaf is of.
create table identity.occurrence (
  block     bigint primary key,
  org_no    int not null references identity.organisation (no),
  at        timestamptz not null,
  kind      text not null,
  person_id uuid,
  body      text not null check (length(body) <= 20000)
);
create index occurrence_org on identity.occurrence (org_no, block desc);

-- A key may be of less than its role, and in a store of its organisation.
alter table identity.api_key
  add column scopes text[] check (scopes <@ array['query', 'trace', 'capture'] and scopes <> '{}'), -- null: what its role may
  add column made_by uuid references identity.person (id),
  add column label text check (length(label) between 1 and 100),
  add column site_id uuid; -- it records at this site alone, see 0017

-- `0010` has the columns already where it runs today.
-- Who recorded, where a person did, and by which organisation's membership or key, where that is another than the one it is for.
alter table events.received
  add column if not exists person_id uuid,
  add column if not exists via_no int references identity.organisation (no);

do $$
declare own text;
begin
  foreach own in array array['role', 'membership', 'mandate', 'occurrence'] loop
    execute format('alter table identity.%I enable row level security', own);
    execute format('create policy tenant on identity.%I using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', own);
  end loop;
end $$;
alter table identity.occurrence force row level security;

grant usage on schema identity, integrity, events to suyuan_identity;
grant select, insert, update on identity.person, identity.login_name, identity.membership, identity.mandate, identity.role, identity.password,
  identity.totp, identity.recovery_code, identity.link, identity.session, identity.attempt to suyuan_identity;
grant delete on identity.login_name, identity.role, identity.totp, identity.recovery_code, identity.attempt, identity.session to suyuan_identity;
grant select on identity.organisation to suyuan_identity;
grant update (name, code, kind, region, categories, second_factor) on identity.organisation to suyuan_identity;
grant select, insert, update on identity.api_key to suyuan_identity;
grant select, insert on identity.occurrence to suyuan_identity;
grant insert on integrity.pending to suyuan_identity;
grant select on integrity.log to suyuan_identity;
grant usage on sequence events.received_block_seq to suyuan_identity;
grant select, insert, update, delete on identity.person, identity.login_name, identity.membership, identity.mandate, identity.role,
  identity.password, identity.totp, identity.recovery_code, identity.link, identity.session, identity.attempt, identity.occurrence
  to suyuan_maintenance;

-- As what an organisation answers for another: as its parent, however far above, as what it was merged into, as its service provider.
-- Null where it does not.
create function identity.tie(org int, via int) returns text
  language plpgsql stable security definer set search_path = '' as $$
declare
  above int := org;
begin
  for i in 1..8 loop
    select o.parent_no into above from identity.organisation o where o.no = above;
    exit when above is null;
    if above = via then return 'branch'; end if;
  end loop;
  if exists (select from identity.organisation o where o.no = org and o.merged_into = via) then return 'merged'; end if;
  if exists (select from identity.mandate m where m.org_no = org and m.agent_no = via and m.ended_at is null
             and (m.ends_at is null or m.ends_at > now())) then return 'mandate'; end if;
  return null;
end $$;

-- What of these rights an organisation has for another, or for itself, as both stand.
create function identity.rights_for(org int, via int, rights text[]) returns text[]
  language plpgsql stable security definer set search_path = '' as $$
declare
  tied text := case when org = via then 'itself' else identity.tie(org, via) end;
  given text[] := rights;
  stands text;
begin
  if tied is null then return null; end if;
  if tied = 'mandate' then
    select m.rights into given from identity.mandate m where m.org_no = org and m.agent_no = via and m.ended_at is null;
  elsif tied = 'merged' then given := '{query,trace,audit}';
  elsif tied = 'branch' then given := array_remove(array_remove(rights, 'own'), 'operate');
  end if;
  for stands in select o.status from identity.organisation o where o.no in (org, via) loop
    if stands = 'pending' then given := array(select unnest(given) intersect select unnest('{query,trace,audit,manage,own}'::text[]));
    elsif stands <> 'active' then given := array(select unnest(given) intersect select unnest('{query,trace,audit}'::text[]));
    end if;
  end loop;
  return array(select unnest(rights) intersect select unnest(given));
end $$;

-- The session of a token, while it is in force, and what may be done in it. The transaction is the organisation's from here on.
create function identity.find_session(token bytea)
  returns table (id uuid, person_id uuid, person text, stage text, methods text[], proven_at timestamptz, ends_at timestamptz,
                 org_no int, org_id uuid, org_status text, via_no int, via_id uuid, rights text[])
  language plpgsql volatile security definer set search_path = '' as $$
declare
  s identity.session;
  p identity.person;
  may text[];
begin
  select x.* into s from identity.session x
    where x.hash = token and x.ended_at is null and x.ends_at > now() and x.seen_at + x.idle > now();
  select x.* into p from identity.person x where x.id = s.person_id and x.disabled_at is null;
  perform set_config('app.org', '', true);
  if p.id is null then return; end if;
  -- Seldom, so that a page which asks all the time is not written all the time.
  update identity.session x set seen_at = now() where x.id = s.id and x.seen_at < now() - interval '1 minute';
  if s.stage = 'full' and s.org_no is not null then
    select identity.rights_for(s.org_no, coalesce(s.via_no, s.org_no), r.rights) into may
      from identity.membership m join identity.role r on r.org_no = m.org_no and r.name = m.role
      where m.org_no = coalesce(s.via_no, s.org_no) and m.person_id = s.person_id and m.ended_at is null;
    if may is not null then perform set_config('app.org', s.org_no::text, true); end if;
  end if;
  return query
    select s.id, s.person_id, p.name, s.stage, s.methods, s.proven_at, s.ends_at,
      case when may is not null then s.org_no end, o.id, o.status, case when may is not null then s.via_no end, v.id, coalesce(may, '{}')
    from (values (1)) as one left join identity.organisation o on o.no = s.org_no and may is not null
    left join identity.organisation v on v.no = s.via_no and may is not null;
end $$;

-- Where a person may act: its memberships, and what these organisations answer for. Those of memberships first, then by name.
create function identity.places(person uuid, looked_for text, most int)
  returns table (org_no int, org_id uuid, name text, code text, kind text, status text, via_no int, via_id uuid, via_name text, tied text,
                 role text, title text)
  language sql stable security definer set search_path = ''
begin atomic
  with recursive own as (
    select m.org_no as via, m.role, r.title from identity.membership m join identity.role r on r.org_no = m.org_no and r.name = m.role
    where m.person_id = person and m.ended_at is null
  ), below (org, via, depth) as (
    select o.no, own.via, 1 from own join identity.organisation o on o.parent_no = own.via
    union select o.no, b.via, b.depth + 1 from below b join identity.organisation o on o.parent_no = b.org where b.depth < 8
  ), all_of (org, via, tied) as (
    select via, null::int, 'itself' from own
    union all select org, via, 'branch' from below
    union all select o.no, own.via, 'merged' from own join identity.organisation o on o.merged_into = own.via
    union all select m.org_no, own.via, 'mandate' from own join identity.mandate m on m.agent_no = own.via and m.ended_at is null
      and (m.ends_at is null or m.ends_at > now())
  )
  select o.no, o.id, o.name, o.code, o.kind, o.status, a.via, v.id, v.name, a.tied, own.role, own.title
  from all_of a join identity.organisation o on o.no = a.org join own on own.via = coalesce(a.via, a.org)
  left join identity.organisation v on v.no = a.via
  where looked_for is null or o.name ilike looked_for or o.code ilike looked_for
  order by a.via is not null, o.name, o.no limit most;
end;

-- What the organisations of a person ask of it when it signs in.
create function identity.demands_on(person uuid) returns table (must_have_factor boolean, manages boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select coalesce(bool_or(o.second_factor = 'all' or o.second_factor = 'managers' and r.rights && '{manage,operate}'), false),
         coalesce(bool_or(r.rights && '{manage,operate}'), false)
  from identity.membership m join identity.role r on r.org_no = m.org_no and r.name = m.role
  join identity.organisation o on o.no = m.org_no
  where m.person_id = person and m.ended_at is null;
end;

-- To which organisation it is told what a person did where it acts for none: the first that it is a member of, else the installation's.
create function identity.home_of(person uuid) returns table (no int, id uuid)
  language sql stable security definer set search_path = ''
begin atomic
  select o.no, o.id from identity.organisation o
  where o.no = coalesce((select m.org_no from identity.membership m where m.person_id = person and m.ended_at is null
                         order by m.created_at, m.org_no limit 1), 1);
end;

-- Whether a person is a member of this organisation and those it answers for alone: who manages it may then reset how it signs in.
create function identity.is_only_here(person uuid, org int) returns boolean
  language sql stable security definer set search_path = ''
begin atomic
  select coalesce(bool_and(m.org_no = org or coalesce(identity.tie(m.org_no, org), '') = 'branch'), false)
  from identity.membership m where m.person_id = person and m.ended_at is null;
end;

-- What a link tells of the organisation that it leads into.
create function identity.leads_into(org int, role text) returns table (id uuid, name text, code text, title text)
  language sql stable security definer set search_path = ''
begin atomic
  select o.id, o.name, o.code, r.title from identity.organisation o
  left join identity.role r on r.org_no = o.no and r.name = leads_into.role where o.no = org;
end;

-- Whose a key is; `wanted` is an organisation for which the key's own answers. See find_session.
drop function identity.find_key(bytea);
create function identity.find_key(secret bytea, wanted uuid)
  returns table (id uuid, role text, scopes text[], org_no int, org_id uuid, org_status text, via_no int, via_id uuid, rights text[],
                 site text)
  language plpgsql volatile security definer set search_path = '' as $$
declare
  at_site text;
  found identity.api_key;
  own identity.organisation;
  target identity.organisation;
  may text[];
begin
  select k.* into found from identity.api_key k
    where k.secret_hash = secret and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  perform set_config('app.org', '', true);
  if found.id is null then return; end if;
  if found.site_id is not null then
    select s.code into at_site from identity.site s where s.id = found.site_id and s.closed_at is null;
    -- A key of a site that is closed, or lost its code, opens nothing.
    if at_site is null then return; end if;
  end if;
  -- Seldom, so that a key which is used all the time is not written all the time.
  update identity.api_key k set used_at = now()
    where k.id = found.id and (k.used_at is null or k.used_at < now() - interval '1 minute');
  select o.* into own from identity.organisation o where o.no = found.org_no;
  select o.* into target from identity.organisation o where o.id = coalesce(wanted, own.id);
  may := coalesce(found.scopes, case found.role
    when 'admin' then '{query,trace,capture,draft,release,audit,supervise,manage}'::text[]
    when 'capture' then '{query,trace,capture}'::text[] else '{query,trace}'::text[] end);
  -- Nothing is told of an organisation that the key is not for.
  if target.no is not null then may := identity.rights_for(target.no, own.no, may); else may := null; end if;
  if may is not null then perform set_config('app.org', target.no::text, true); end if;
  return query select found.id, found.role, found.scopes, case when may is not null then target.no end, target.id, target.status,
    case when target.no <> own.no then own.no end, case when target.no <> own.no then own.id end, may, at_site;
end $$;

revoke execute on all functions in schema identity from public;
grant execute on function identity.acting_org to suyuan_app, suyuan_ingest, suyuan_chain, suyuan_maintenance, suyuan_identity;
grant execute on function identity.find_key, identity.find_session to suyuan_app;
grant execute on function identity.places, identity.demands_on, identity.home_of, identity.is_only_here, identity.leads_into
  to suyuan_identity, suyuan_maintenance;
