-- Shared spaces of several organisations: a lead invites, whoever accepts is a member, and members count as partners of each other
-- while both are. What partners see of each other is decided where records are read; here is only who they are.
create table identity.space (
  id           uuid primary key default gen_random_uuid(),
  no           int generated always as identity unique, -- the order of lists
  founder_no   int not null references identity.organisation (no),
  lead_no      int not null references identity.organisation (no), -- who invites and removes: the founder, or whom it was handed to
  name         text not null check (length(name) between 1 and 100),
  purpose      text not null check (length(purpose) between 1 and 1000), -- in words, for whoever is invited
  made_by      uuid references identity.person (id),
  created_at   timestamptz not null default now(),
  dissolved_at timestamptz
);
create table identity.space_member (
  no          int generated always as identity primary key,
  space_no    int not null references identity.space (no),
  org_no      int not null references identity.organisation (no),
  invited_by  uuid references identity.person (id),
  invited_at  timestamptz not null default now(),
  accepted_at timestamptz,
  accepted_by uuid references identity.person (id),
  ended_at    timestamptz, -- declined, taken back, left, removed, dissolved
  ended_by_no int references identity.organisation (no),
  check ((ended_at is null) = (ended_by_no is null))
);
create unique index space_member_open on identity.space_member (space_no, org_no) where ended_at is null;
create index space_member_org on identity.space_member (org_no) where ended_at is null;

-- Rows are of several organisations, so that no role reads or writes the tables: each member reaches them by what follows.
grant select, insert, update, delete on identity.space, identity.space_member to suyuan_maintenance;

-- Those that the organisation of the transaction is a member of, or invited to. An invitation by a lead that does not stand is
-- kept back until it stands again, as with partners.
create function identity.spaces(of_state text, wanted uuid, after int, most int)
  returns table (no int, id uuid, name text, purpose text, is_lead boolean, lead_id uuid, lead_name text, lead_code text,
                 founder_name text, member_count int, created_at timestamptz, invited_at timestamptz, accepted_at timestamptz)
  language sql stable security definer set search_path = ''
begin atomic
  select s.no, s.id, s.name, s.purpose, s.lead_no = m.org_no, l.id, l.name, l.code, coalesce(f.name, f.code),
         (select count(*)::int from identity.space_member o
          where o.space_no = s.no and o.ended_at is null and o.accepted_at is not null),
         s.created_at, m.invited_at, m.accepted_at
  from identity.space_member m
  join identity.space s on s.no = m.space_no
  join identity.organisation l on l.no = s.lead_no
  join identity.organisation f on f.no = s.founder_no
  where m.org_no = identity.acting_org() and m.ended_at is null
    and (m.accepted_at is not null or l.status = 'active')
    and (of_state is null or (of_state = 'member') = (m.accepted_at is not null))
    and (wanted is null or s.id = wanted)
    and (after is null or s.no > after)
  order by s.no limit most;
end;

-- Who is in one, to whoever is in it or invited. Who is invited, and has not answered, is told to the lead and to that one alone.
create function identity.space_members(of_space uuid)
  returns table (no int, id uuid, name text, code text, kind text, is_standing boolean, is_lead boolean,
                 invited_at timestamptz, accepted_at timestamptz)
  language sql stable security definer set search_path = ''
begin atomic
  select o.no, o.id, o.name, o.code, o.kind, o.status = 'active', o.no = s.lead_no, m.invited_at, m.accepted_at
  from identity.spaces(null, of_space, null, null) own
  join identity.space s on s.no = own.no
  join identity.space_member m on m.space_no = s.no and m.ended_at is null
  join identity.organisation o on o.no = m.org_no
  where m.accepted_at is not null or identity.acting_org() in (m.org_no, s.lead_no)
  order by m.accepted_at is null, m.accepted_at, m.no;
end;

-- In how many an organisation is. Its row is locked, so that two of its people at once do not go beyond the bound.
create function identity.spaces_of_locked(org int) returns int
  language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from identity.organisation o where o.no = org for no key update;
  return (select count(*) from identity.space_member m where m.org_no = org and m.ended_at is null and m.accepted_at is not null);
end $$;

-- Nothing where the organisation does not stand, or is in as many as it may be.
create function identity.found_space(called text, why text, by_person uuid, most int) returns uuid
  language plpgsql volatile security definer set search_path = '' as $$
declare
  own int := identity.acting_org();
  made identity.space;
begin
  if identity.spaces_of_locked(own) >= most then return null; end if;
  insert into identity.space (founder_no, lead_no, name, purpose, made_by)
    select o.no, o.no, called, why, by_person from identity.organisation o where o.no = own and o.status = 'active'
    returning * into made;
  if made.no is null then return null; end if;
  insert into identity.space_member (space_no, org_no, invited_by, accepted_at, accepted_by)
    values (made.no, own, by_person, now(), by_person);
  return made.id;
end $$;

-- The row of a space that the organisation of the transaction leads, locked: changes of one space come one after another.
create function identity.led_space(of_space uuid) returns int
  language plpgsql volatile security definer set search_path = '' as $$
declare
  found_no int;
begin
  select s.no into found_no from identity.space s
    where s.id = of_space and s.lead_no = identity.acting_org() and s.dissolved_at is null for no key update;
  return found_no;
end $$;

-- Other words; or another lead, which is a member that stands.
create function identity.change_space(of_space uuid, called text, why text, successor int) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare
  led int := identity.led_space(of_space);
begin
  update identity.space s set name = coalesce(called, s.name), purpose = coalesce(why, s.purpose),
                              lead_no = coalesce(successor, s.lead_no)
    where s.no = led and (successor is null or exists (
      select from identity.space_member m join identity.organisation o on o.no = m.org_no
      where m.space_no = led and m.org_no = successor and m.ended_at is null and m.accepted_at is not null
        and o.status = 'active'));
  return found;
end $$;

-- `done`, `known` where it is a member or invited already, `full`; nothing where there is none that is led by who asks.
create function identity.invite_to_space(of_space uuid, invited int, by_person uuid, most int) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare
  led int := identity.led_space(of_space);
begin
  if led is null then return null; end if;
  if exists (select from identity.space_member m where m.space_no = led and m.org_no = invited and m.ended_at is null) then
    return 'known';
  end if;
  if (select count(*) from identity.space_member m where m.space_no = led and m.ended_at is null) >= most then
    return 'full';
  end if;
  insert into identity.space_member (space_no, org_no, invited_by)
    select led, o.no, by_person from identity.organisation o where o.no = invited and o.status = 'active';
  return case when found then 'done' end;
end $$;

-- The invited accepts. `done`, `many`; nothing where none waits for its answer, or one of both does not stand.
create function identity.accept_space(of_space uuid, by_person uuid, most int) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare
  own int := identity.acting_org();
begin
  perform from identity.space s where s.id = of_space for no key update;
  if not exists (select from identity.spaces('invited', of_space, null, null))
    or not exists (select from identity.organisation o where o.no = own and o.status = 'active') then return null; end if;
  if identity.spaces_of_locked(own) >= most then return 'many'; end if;
  update identity.space_member m set accepted_at = now(), accepted_by = by_person from identity.space s
    where s.id = of_space and m.space_no = s.no and m.org_no = own and m.ended_at is null and m.accepted_at is null;
  return case when found then 'done' end;
end $$;

-- Oneself declines or leaves; the lead removes another or takes an invitation back, and stays itself.
create function identity.end_space_member(of_space uuid, ending int) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare
  own int := identity.acting_org();
begin
  perform from identity.space s where s.id = of_space for no key update;
  update identity.space_member m set ended_at = now(), ended_by_no = own from identity.space s
    where s.id = of_space and m.space_no = s.no and m.org_no = ending and m.ended_at is null
      and own in (ending, s.lead_no) and ending <> s.lead_no;
  return found;
end $$;

-- The lead ends it for all.
create function identity.dissolve_space(of_space uuid) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare
  led int := identity.led_space(of_space);
begin
  update identity.space_member m set ended_at = now(), ended_by_no = identity.acting_org()
    where m.space_no = led and m.ended_at is null;
  update identity.space s set dissolved_at = now() where s.no = led;
  return found;
end $$;

-- With whom an organisation agreed, by the two alone or as members of one space, while both stand.
create or replace function identity.partner_nos(org int) returns int[]
  language sql stable security definer set search_path = ''
begin atomic
  select coalesce(array_agg(o.no order by o.no), '{}')
  from identity.organisation own
  join identity.organisation o on o.status = 'active' and o.no in (
    select case when p.org_no = org then p.other_no else p.org_no end
    from identity.partnership p
    where org in (p.org_no, p.other_no) and p.accepted_at is not null and p.ended_at is null
    union all
    select other.org_no
    from identity.space_member mine
    join identity.space_member other on other.space_no = mine.space_no and other.org_no <> org
      and other.accepted_at is not null and other.ended_at is null
    where mine.org_no = org and mine.accepted_at is not null and mine.ended_at is null)
  where own.no = org and own.status = 'active';
end;

revoke execute on function identity.spaces, identity.space_members, identity.spaces_of_locked, identity.found_space,
  identity.led_space, identity.change_space, identity.invite_to_space, identity.accept_space, identity.end_space_member,
  identity.dissolve_space from public;
grant execute on function identity.spaces, identity.space_members, identity.found_space, identity.change_space,
  identity.invite_to_space, identity.accept_space, identity.end_space_member, identity.dissolve_space to suyuan_identity;
