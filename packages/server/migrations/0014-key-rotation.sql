-- When a key was last used, to the minute, and which one it takes the place of.
alter table identity.api_key
  add column used_at timestamptz, -- null for one that was never used, or not since this column
  add column replaces uuid references identity.api_key (id);

-- As before, and notes the use.
create or replace function identity.find_key(secret bytea) returns table (id uuid, role text, org_no int, org_id uuid)
  language plpgsql volatile security definer set search_path = ''
as $$
declare found identity.api_key;
begin
  select k.* into found from identity.api_key k
    where k.secret_hash = secret and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  perform set_config('app.org', coalesce(found.org_no::text, ''), true);
  -- Seldom, so that a key which is used all the time is not written all the time.
  update identity.api_key k set used_at = now()
    where k.id = found.id and (k.used_at is null or k.used_at < now() - interval '1 minute');
  return query select found.id, found.role, o.no, o.id from identity.organisation o where o.no = found.org_no;
end $$;
