-- Links for one trace, or one event of one, to somebody without an account (modules/shares).
create schema shares;
grant usage on schema shares to suyuan_identity, suyuan_maintenance;

create table shares.share (
  id             uuid primary key default gen_random_uuid(),
  org_no         int not null references identity.organisation (no),
  kind           text not null check (kind in ('trace', 'event')),
  what           jsonb not null, -- the question, as /v1/trace takes it; of an event its ID with it
  token_hash     bytea not null unique check (octet_length(token_hash) = 32), -- SHA-256; the token itself is kept nowhere
  made_by        uuid references identity.person (id), -- none where a key made it
  note           text not null check (length(note) between 1 and 200),
  created_at     timestamptz not null,
  valid_until    timestamptz not null,
  ended_at       timestamptz,
  opened_count   int not null default 0,
  last_opened_at timestamptz,
  told_at        timestamptz, -- when an opening was last noted among what happened
  check (valid_until > created_at and valid_until <= created_at + interval '91 days'),
  check ((kind = 'event') = (what ? 'eventID'))
);
create index share_org on shares.share (org_no, created_at desc, id desc);

-- Not forced: by the hash of its token a link is found before it is known on whose behalf.
alter table shares.share enable row level security;
create policy tenant on shares.share using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select, insert, update on shares.share to suyuan_identity;
grant select, insert, update, delete on shares.share to suyuan_maintenance;

-- The link of a token, while it counts and its organisation is in use.
create function shares.find_share(hash bytea, at timestamptz)
  returns table (id uuid, org_no int, org_id uuid, org_name text, org_code text, kind text, what jsonb, valid_until timestamptz)
  language sql stable security definer set search_path = ''
begin atomic
  select s.id, o.no, o.id, o.name, o.code, s.kind, s.what, s.valid_until
  from shares.share s join identity.organisation o on o.no = s.org_no
  where s.token_hash = hash and s.ended_at is null and s.valid_until > at and o.status = 'active';
end;
revoke execute on function shares.find_share from public;
grant execute on function shares.find_share to suyuan_identity;
