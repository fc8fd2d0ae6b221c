-- Reading of the chain in one turn to the database, where each look-up was one of its own: most of a small trace was waiting for
-- turns. Each statement is of one table, as everywhere (ADR 0014), and planned once a connection: these are look-ups by keys,
-- for which there is one good plan, whatever number of them comes. With the rights of whoever calls.

-- Events by their ids, in the order of these; all records under their identities, in the order of the ids of the events; and
-- where in the log the blocks of the records begin. What lies where in the bytes is read by events/query/packed-rows.ts and recorded.ts.
create function events.packed(ids uuid[], out packed_events bytea, out packed_records bytea, out packed_firsts bytea)
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
declare
  identities uuid[];
  blocks bigint[];
begin
  select string_agg(uuid_send(e.id) || uuid_send(e.identity_key) || set_byte('\x00', 0, e.declares::int) || e.hash || e.content
             || int4send(octet_length(e.facts)) || e.facts, ''::bytea order by e.id), array_agg(distinct e.identity_key)
    into packed_events, identities
    from unnest(ids) as k (key) cross join lateral (
      select id, identity_key, declares, hash, content, facts from events.event where id = k.key offset 0) e;
  select string_agg(uuid_send(r.event_id) || int4send(r.org_no) || int8send(r.block) || int4send(r.place), ''::bytea
             order by r.event_id), array_agg(distinct r.block)
    into packed_records, blocks
    from unnest(identities) as k (key) cross join lateral (
      select event_id, org_no, block, place from events.record where identity_key = k.key offset 0) r;
  select string_agg(int8send(l.block) || int8send(l.first_position), ''::bytea)
    into packed_firsts
    from unnest(blocks) as k (key) cross join lateral (
      select block, first_position from integrity.log where block = k.key offset 0) l;
end $$;

-- The ids of the events that touch a key between `los` and `his` in one of these roles, `most` at most in their order, of so many
-- touches; and, where no more than `together` of these are not held, those as `events.packed` gives them.
create function events.touching(
    los uuid[], his uuid[], roles smallint[], most bigint, looked_at bigint, held uuid[], together int,
    out found_ids bytea, out more boolean, out is_packed boolean, out packed_events bytea, out packed_records bytea, out packed_firsts bytea)
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
declare
  seen uuid[];
  ids uuid[];
  missing uuid[];
begin
  if roles <@ '{17,18}' then
    seen := array(select t.event_id from unnest(los, his) as r (lo, hi) cross join lateral (
      select event_id from events.touch
      where unit between r.lo and r.hi and role = any(roles) and role in (17, 18) offset 0) t limit looked_at + 1);
  else
    seen := array(select t.event_id from unnest(los, his) as r (lo, hi) cross join lateral (
      select event_id from events.touch where unit between r.lo and r.hi and role = any(roles) offset 0) t limit looked_at + 1);
  end if;
  ids := array(select distinct s.id from unnest(seen) as s (id) order by s.id limit most + 1);
  more := cardinality(seen) > looked_at or cardinality(ids) > most;
  ids := ids[:most::int];
  select string_agg(uuid_send(s.id), ''::bytea) into found_ids from unnest(ids) as s (id);
  is_packed := false;
  if together < 0 then return; end if;
  missing := array(select unnest(ids) except select unnest(held));
  is_packed := cardinality(missing) <= together;
  if is_packed then
    select p.packed_events, p.packed_records, p.packed_firsts into packed_events, packed_records, packed_firsts
      from events.packed(missing) p;
  end if;
end $$;

revoke execute on function events.packed, events.touching from public;
grant execute on function events.packed, events.touching to suyuan_chain, suyuan_maintenance;
