-- Who may call. Organisations and people come with the issue on trust; a key is enough to write.
create schema identity;

create table identity.api_key (
  id           uuid primary key,
  secret_hash  bytea not null unique check (octet_length(secret_hash) = 32),
  role         text not null check (role in ('admin', 'capture', 'query')),
  org          text,
  created_at   timestamptz not null default now(),
  revoked_at   timestamptz
);
