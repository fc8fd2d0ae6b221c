-- What authorities have allotted to an organisation for a time, as it has entered it; what counts against it is read from movements.
-- Not derived.
create table compliance.quota (
  id           uuid primary key default gen_random_uuid(),
  org_no       int not null references identity.organisation (no),
  pack         text not null check (length(pack) between 1 and 60),
  balance      text not null check (length(balance) between 1 and 60),
  product      text not null check (length(product) <= 500), -- canonical code; empty: of all products
  starts       date not null,
  ends         date not null, -- the last day
  amount       numeric not null check (amount >= 0),
  uom          text not null check (length(uom) between 1 and 20), -- of those that amounts are summed in
  basis        text not null check (length(basis) between 1 and 200), -- number of the document
  entered_at   timestamptz not null,
  entered_by   uuid references identity.person (id), -- null: by a key
  withdrawn_at timestamptz,
  check (starts <= ends)
);
create index quota_of on compliance.quota (org_no, pack, balance, product, starts);

alter table compliance.quota enable row level security;
alter table compliance.quota force row level security;
create policy tenant on compliance.quota using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select on compliance.quota to suyuan_app;
grant select, insert, update on compliance.quota to suyuan_identity;
grant select, insert, update, delete on compliance.quota to suyuan_maintenance;
