-- Who calls by a key, asked for every request: one look at the key and its organisation where a key acts for its own organisation and
-- that is active, which is nearly always; rights_for is asked for the rest. See 0015.

create or replace function identity.find_key(secret bytea, wanted uuid)
  returns table (id uuid, role text, scopes text[], org_no int, org_id uuid, org_status text, via_no int, via_id uuid, rights text[],
                 site text)
  language plpgsql volatile security definer set search_path = '' as $$
declare
  found record;
  target identity.organisation;
  may text[];
begin
  select k.id, k.role, k.scopes, k.org_no, k.used_at, k.site_id, s.code as at_site, o.id as org_id, o.status into found
    from identity.api_key k join identity.organisation o on o.no = k.org_no
    left join identity.site s on s.id = k.site_id and s.closed_at is null
    where k.secret_hash = secret and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  perform set_config('app.org', '', true);
  -- A key of a site that is closed, or lost its code, opens nothing.
  if found.id is null or (found.site_id is not null and found.at_site is null) then return; end if;
  -- Seldom, so that a key which is used all the time is not written all the time.
  if found.used_at is null or found.used_at < now() - interval '1 minute' then
    update identity.api_key k set used_at = now()
      where k.id = found.id and (k.used_at is null or k.used_at < now() - interval '1 minute');
  end if;
  may := coalesce(found.scopes, case found.role
    when 'admin' then '{query,trace,capture,draft,release,audit,supervise,manage}'::text[]
    when 'capture' then '{query,trace,capture}'::text[] else '{query,trace}'::text[] end);
  if (wanted is null or wanted = found.org_id) and found.status = 'active' then
    perform set_config('app.org', found.org_no::text, true);
    return query select found.id, found.role, found.scopes, found.org_no, found.org_id, found.status, null::int, null::uuid, may,
      found.at_site;
    return;
  end if;
  select o.* into target from identity.organisation o where o.id = coalesce(wanted, found.org_id);
  -- Nothing is told of an organisation that the key is not for.
  if target.no is not null then may := identity.rights_for(target.no, found.org_no, may); else may := null; end if;
  if may is not null then perform set_config('app.org', target.no::text, true); end if;
  return query select found.id, found.role, found.scopes, case when may is not null then target.no end, target.id, target.status,
    case when target.no <> found.org_no then found.org_no end, case when target.no <> found.org_no then found.org_id end, may,
    found.at_site;
end $$;
