-- Organisations that agreed to be partners: one invites, the other accepts, either ends it. What partners see of each other is
-- decided where records are read; here is only who they are.
create table identity.partnership (
  id          uuid primary key default gen_random_uuid(),
  no          int generated always as identity unique, -- the order of lists
  org_no      int not null references identity.organisation (no), -- who invited
  other_no    int not null references identity.organisation (no), -- who was invited
  note        text check (length(note) between 1 and 200), -- why, in the words of who invited
  made_by     uuid references identity.person (id),
  created_at  timestamptz not null default now(),
  accepted_at timestamptz,
  accepted_by uuid references identity.person (id),
  declined_at timestamptz,
  ended_at    timestamptz,
  ended_by_no int references identity.organisation (no),
  check (org_no <> other_no),
  check (accepted_at is null or declined_at is null),
  check (ended_at is null or declined_at is null),
  check ((ended_at is null) = (ended_by_no is null)),
  check (ended_by_no in (org_no, other_no))
);
-- One of a pair that is open, whoever of both invited.
create unique index partnership_open on identity.partnership (least(org_no, other_no), greatest(org_no, other_no))
  where ended_at is null and declined_at is null;
create index partnership_org on identity.partnership (org_no) where ended_at is null and declined_at is null;
create index partnership_other on identity.partnership (other_no) where ended_at is null and declined_at is null;

-- A row is of two organisations, so that no role reads or writes the table itself: each of both reaches it by what follows.
grant select, insert, update, delete on identity.partnership to suyuan_maintenance;

-- The organisation of the transaction invites another. Who was invited by that one already accepts by it. Nothing where the one
-- or the other does not stand, or where this was done before. One statement, so that of two who invite at once one accepts.
create function identity.invite_partner(invited int, why text, by_person uuid)
  returns table (partnership uuid, is_accepted boolean)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  return query insert into identity.partnership as p (org_no, other_no, note, made_by)
    select own.no, o.no, why, by_person from identity.organisation own, identity.organisation o
    where own.no = identity.acting_org() and own.status = 'active' and o.no = invited and o.status = 'active'
    on conflict (least(org_no, other_no), greatest(org_no, other_no)) where ended_at is null and declined_at is null
      do update set accepted_at = now(), accepted_by = by_person
      where p.accepted_at is null and p.other_no = identity.acting_org()
    returning p.id, p.accepted_at is not null;
end $$;

-- What is open, of both sides. An invitation by one that does not stand is kept back from the invited until it stands again.
create function identity.partners(of_side text, of_state text, looked_for text, after int, most int)
  returns table (no int, id uuid, is_given boolean, other_id uuid, other_name text, other_code text, is_standing boolean,
                 note text, created_at timestamptz, accepted_at timestamptz)
  language sql stable security definer set search_path = ''
begin atomic
  select p.no, p.id, p.org_no = identity.acting_org(), o.id, o.name, o.code, o.status = 'active', p.note, p.created_at, p.accepted_at
  from identity.partnership p
  join identity.organisation o on o.no = case when p.org_no = identity.acting_org() then p.other_no else p.org_no end
  where identity.acting_org() in (p.org_no, p.other_no) and p.ended_at is null and p.declined_at is null
    and (p.accepted_at is not null or p.org_no = identity.acting_org() or o.status = 'active')
    and (of_side is null or (of_side = 'given') = (p.org_no = identity.acting_org()))
    and (of_state is null or (of_state = 'accepted') = (p.accepted_at is not null))
    and (looked_for is null or o.name ilike looked_for or o.code ilike looked_for)
    and (after is null or p.no > after)
  order by p.no limit most;
end;

-- The other side of a partnership, with what both are called, so that both can be told. One's own name too, as the other sees it.
create function identity.partner_sides(partnership uuid)
  returns table (org_no int, org_id uuid, org_name text, other_no int, other_id uuid, other_name text)
  language sql stable security definer set search_path = ''
begin atomic
  select o.no, o.id, coalesce(o.name, o.code), i.no, i.id, coalesce(i.name, i.code)
  from identity.partnership p
  join identity.organisation o on o.no = p.org_no join identity.organisation i on i.no = p.other_no
  where p.id = partnership and identity.acting_org() in (p.org_no, p.other_no);
end;

-- The invited accepts, where the one that invited stands.
create function identity.accept_partner(partnership uuid, by_person uuid) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
begin
  update identity.partnership p set accepted_at = now(), accepted_by = by_person
    from identity.organisation own, identity.organisation o
    where p.id = partnership and p.other_no = identity.acting_org() and p.accepted_at is null and p.declined_at is null
      and p.ended_at is null and own.no = p.other_no and own.status = 'active' and o.no = p.org_no and o.status = 'active';
  return found;
end $$;

-- The invited declines.
create function identity.decline_partner(partnership uuid) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
begin
  update identity.partnership p set declined_at = now()
    where p.id = partnership and p.other_no = identity.acting_org() and p.accepted_at is null and p.declined_at is null
      and p.ended_at is null;
  return found;
end $$;

-- Either ends what was agreed; who invited takes an invitation back.
create function identity.end_partner(partnership uuid) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
begin
  update identity.partnership p set ended_at = now(), ended_by_no = identity.acting_org()
    where p.id = partnership and p.ended_at is null and p.declined_at is null
      and (p.org_no = identity.acting_org() or (p.other_no = identity.acting_org() and p.accepted_at is not null));
  return found;
end $$;

-- With whom an organisation agreed, while both stand.
create function identity.partner_nos(org int) returns int[]
  language sql stable security definer set search_path = ''
begin atomic
  select coalesce(array_agg(o.no order by o.no), '{}')
  from identity.partnership p
  join identity.organisation own on own.no = org and own.status = 'active'
  join identity.organisation o on o.no = case when p.org_no = org then p.other_no else p.org_no end and o.status = 'active'
  where org in (p.org_no, p.other_no) and p.accepted_at is not null and p.ended_at is null;
end;

revoke execute on function identity.invite_partner, identity.partners, identity.partner_sides, identity.accept_partner,
  identity.decline_partner, identity.end_partner, identity.partner_nos from public;
grant execute on function identity.invite_partner, identity.partners, identity.partner_sides, identity.accept_partner,
  identity.decline_partner, identity.end_partner to suyuan_identity;
grant execute on function identity.partner_nos to suyuan_app, suyuan_chain, suyuan_identity;
