-- breaking: a program of before works as the owner of the tables, and would see an empty store.
-- Who may see and write what, held by the database itself (ADR 0016): the roles are made before, by whoever may.

-- On whose behalf a transaction runs; null, which equals nothing, where that is not said.
create function identity.acting_org() returns int language sql stable parallel safe
  return nullif(current_setting('app.org', true), '')::int;

grant usage on schema identity, events, registry, integrity to suyuan_app, suyuan_ingest, suyuan_chain, suyuan_maintenance;

-- The program itself: every row, and no structure.
grant select, insert, update, delete on all tables in schema identity, events, registry, integrity to suyuan_maintenance;
grant usage, select on all sequences in schema identity, events, registry, integrity to suyuan_maintenance;
grant usage on schema platform to suyuan_maintenance;
grant select on platform.migration to suyuan_maintenance;

-- A tenant reads its own rows; what is shared (events, touches, contexts) by functions alone.
grant select on events.received, events.record, events.block, events.capture_job, registry.version, integrity.log,
  integrity.pending, identity.organisation to suyuan_app;

-- Who records adds rows of its own organisation.
grant insert on events.received, events.event, events.record, events.block, events.touch, events.context,
  events.capture_job, registry.version, integrity.pending to suyuan_ingest;
grant usage on sequence events.received_block_seq to suyuan_ingest;

-- The shape of chains, of whoever recorded them: no bodies, no keys, no jobs.
grant select on events.event, events.touch, events.record, registry.version, identity.organisation, integrity.log to suyuan_chain;
grant select (block, org_no, received_at) on events.received to suyuan_chain;

do $$
declare own text;
begin
  foreach own in array array['events.received', 'events.record', 'events.block', 'events.capture_job',
                             'registry.version', 'integrity.log', 'integrity.pending', 'identity.api_key'] loop
    execute format('alter table %s enable row level security', own);
    execute format('alter table %s force row level security', own);
    execute format('create policy tenant on %s using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', own);
  end loop;
  foreach own in array array['events.received', 'events.record', 'registry.version', 'integrity.log', 'identity.organisation'] loop
    execute format('create policy chain on %s for select to suyuan_chain using (true)', own);
  end loop;
end $$;
alter table identity.api_key no force row level security;
alter table identity.organisation enable row level security;
alter table identity.organisation force row level security;
create policy tenant on identity.organisation using (no = identity.acting_org()) with check (no = identity.acting_org());

-- Functions of the owner: what is shared is reached through own records alone. Row security holds inside of them too, unless
-- the owner is a superuser; they say themselves whose rows they mean.

-- Those of these events that the tenant has recorded.
create function events.own_events(ids uuid[]) returns setof events.event
  language sql stable security definer set search_path = ''
begin atomic
  select e.* from events.event e where e.id = any(ids)
    and exists (select from events.record r where r.identity_key = e.identity_key
                and r.org_no = identity.acting_org() and r.event_id = e.id);
end;

-- Those of these events that stand in these blocks, as far as the blocks are the tenant's: for pages, which know the blocks, and
-- need not look up the record of each event.
create function events.own_in_blocks(ids uuid[], blocks bigint[]) returns setof events.event
  language sql stable security definer set search_path = ''
begin atomic
  -- An intersection takes as long as its parts are, whatever the planner takes them for.
  select e.* from events.event e where e.id = any(array(
    select unnest(ids) intersect
    select unnest(b.event_ids) from events.block b where b.block = any(blocks) and b.org_no = identity.acting_org()));
end;

-- Events that the tenant has recorded and that touch one of these keys in one of these roles; null where more than `most`
-- touches would have to be looked at.
create function events.own_touching(units uuid[], roles smallint[], most int) returns uuid[]
  language plpgsql stable security definer set search_path = ''
as $$
declare touched uuid[];
begin
  touched := array(select t.event_id from events.touch t where t.unit = any(units) and t.role = any(roles) limit most + 1);
  if cardinality(touched) > most then return null; end if;
  return array(select id from events.own_events(touched));
end $$;

-- Those of these events, as far as the tenant has recorded them, that touch one of these keys in one of these roles.
create function events.own_among(ids uuid[], units uuid[], roles smallint[]) returns setof uuid
  language sql stable security definer set search_path = ''
begin atomic
  select e.id from events.own_events(array(
    select distinct t.event_id from events.touch t
    where t.unit = any(units) and t.event_id = any(ids) and t.role = any(roles))) e;
end;

-- Contexts of these ids, which are hashes of their texts: whoever has one has received the text.
create function events.contexts(ids uuid[]) returns table (id uuid, body text)
  language sql stable security definer set search_path = ''
begin atomic
  select c.id, c.body from events.context c where c.id = any(ids);
end;

-- What the tenant has recorded under these identities, with what tells whether it is the same.
create function events.held(identity_keys uuid[])
  returns table (identity_key uuid, event_id uuid, block bigint, is_claim boolean, content bytea)
  language sql stable security definer set search_path = ''
begin atomic
  select r.identity_key, r.event_id, r.block, r.variant = 0, e.content
  from events.record r join events.event e on e.id = r.event_id
  where r.identity_key = any(identity_keys) and r.org_no = identity.acting_org()
  order by r.identity_key, r.variant <> 0;
end;

-- Takes back what this transaction has just kept: records of these identities in these blocks, and the blocks.
create function events.take_back(identity_keys uuid[], blocks bigint[]) returns void
  language sql volatile security definer set search_path = ''
begin atomic
  delete from events.record r
    where r.identity_key = any(identity_keys) and r.org_no = identity.acting_org() and r.block = any(blocks);
  delete from events.received r where r.org_no = identity.acting_org() and r.block = any(blocks);
end;

-- What the tenant says now of these codes, as digests.
create function registry.said(codes text[]) returns table (type text, code text, digest uuid)
  language sql stable security definer set search_path = ''
begin atomic
  select distinct on (v.type, v.code) v.type, v.code, v.digest from registry.version v
  where v.code = any(codes) and v.org_no = identity.acting_org()
  order by v.type, v.code, v.block desc, v.place desc;
end;

-- The key of a secret, while it is in force. It is not known before on whose behalf, so this function alone reads keys of all
-- (their table hides no row from its owner), and the transaction is the organisation's from here on.
create function identity.find_key(secret bytea) returns table (id uuid, role text, org_no int, org_id uuid)
  language plpgsql volatile security definer set search_path = ''
as $$
declare found identity.api_key;
begin
  select k.* into found from identity.api_key k
    where k.secret_hash = secret and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  perform set_config('app.org', coalesce(found.org_no::text, ''), true);
  return query select found.id, found.role, o.no, o.id from identity.organisation o where o.no = found.org_no;
end $$;

revoke execute on all functions in schema identity, events, registry from public;
grant execute on function identity.acting_org to suyuan_app, suyuan_ingest, suyuan_chain, suyuan_maintenance;
grant execute on function identity.find_key, events.own_events, events.own_in_blocks, events.own_touching, events.own_among, events.contexts to suyuan_app;
grant execute on function events.held, events.take_back, registry.said to suyuan_ingest;
