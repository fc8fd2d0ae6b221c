-- Pictures of products (modules/pictures): one of each organisation and product, small and as the browser made it. Not derived.
create schema pictures;
grant usage on schema pictures to suyuan_chain, suyuan_identity, suyuan_maintenance;

create table pictures.picture (
  org_no  int not null references identity.organisation (no),
  product text not null check (length(product) between 1 and 500), -- canonical code
  digest  bytea not null check (octet_length(digest) = 32), -- SHA-256 of its bytes; its public address
  type    text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
  width   int not null check (width between 1 and 1024),
  height  int not null check (height between 1 and 1024),
  bytes   bytea not null check (octet_length(bytes) between 1 and 40000),
  set_by  uuid references identity.person (id), -- null: by a key
  set_at  timestamptz not null,
  primary key (org_no, product)
);
create index picture_digest on pictures.picture (digest);
create index picture_product on pictures.picture (product);

alter table pictures.picture enable row level security;
alter table pictures.picture force row level security;
create policy tenant on pictures.picture using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
-- Everybody is shown them: who reads chains reads them too.
create policy chain on pictures.picture for select to suyuan_chain using (true);
grant select on pictures.picture to suyuan_chain;
grant select, insert, update, delete on pictures.picture to suyuan_identity;
grant select, insert, update, delete on pictures.picture to suyuan_maintenance;
