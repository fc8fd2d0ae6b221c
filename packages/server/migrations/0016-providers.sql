-- Sign-in by the OpenID provider of a government or a group (ADR 0018). Providers are named by the operator of the installation
-- alone: the server calls the addresses that they name.

create table identity.provider (
  id          uuid primary key default gen_random_uuid(),
  org_no      int references identity.organisation (no), -- whose own it is; null for one of the whole installation
  name        text not null check (length(name) between 1 and 60), -- on the button
  issuer      text not null check (length(issuer) between 1 and 500),
  client_id   text not null check (length(client_id) between 1 and 200),
  -- Sealed under a key outside of the database, the provider's id with it; null for a client that PKCE alone proves.
  sealed      bytea,
  key_no      smallint,
  acr_values  text check (length(acr_values) between 1 and 300),
  -- As what whoever the provider signs in, and nobody knows yet, joins the provider's organisation; null: nobody does.
  admit_role  text,
  enabled_at  timestamptz not null default now(),
  disabled_at timestamptz,
  foreign key (org_no, admit_role) references identity.role (org_no, name),
  check ((sealed is null) = (key_no is null)),
  check (admit_role is null or org_no is not null)
);

-- Who the provider's `sub` is here. Never found by an e-mail or a name.
create table identity.subject (
  provider_id uuid not null references identity.provider (id),
  sub         text not null check (length(sub) between 1 and 255),
  person_id   uuid not null references identity.person (id),
  linked_at   timestamptz not null default now(),
  primary key (provider_id, sub),
  unique (provider_id, person_id)
);
create index subject_person on identity.subject (person_id);

-- A browser that was sent to a provider and is not back yet. `state` and what the browser holds are kept as SHA-256.
create table identity.oidc_flow (
  state_hash    bytea primary key check (octet_length(state_hash) = 32),
  browser_hash  bytea not null check (octet_length(browser_hash) = 32),
  provider_id   uuid not null references identity.provider (id),
  purpose       text not null check (purpose in ('sign-in', 'link', 'invitation')),
  nonce         text not null,
  code_verifier text not null,
  return_to     text not null check (return_to like '/console%'),
  -- Who was signed in when it began, and in which session.
  person_id     uuid references identity.person (id),
  session_id    uuid,
  link_hash     bytea check (octet_length(link_hash) = 32), -- of the invitation that is accepted
  expires_at    timestamptz not null,
  check (purpose <> 'link' or (person_id is not null and session_id is not null)),
  check ((purpose = 'invitation') = (link_hash is not null))
);
create index oidc_flow_end on identity.oidc_flow (expires_at);

-- The number of an organisation, for the operator, who names providers of any.
create function identity.number_of(organisation uuid) returns int
  language sql stable security definer set search_path = ''
begin atomic
  select o.no from identity.organisation o where o.id = organisation;
end;
revoke execute on function identity.number_of from public;
grant execute on function identity.number_of to suyuan_identity, suyuan_maintenance;

grant select, insert, update on identity.provider to suyuan_identity;
grant select, insert, delete on identity.subject, identity.oidc_flow to suyuan_identity;
grant select, insert, update, delete on identity.provider, identity.subject, identity.oidc_flow to suyuan_maintenance;
