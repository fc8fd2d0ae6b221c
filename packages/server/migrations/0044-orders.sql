-- What buyers have ordered of an organisation (modules/orders). Not derived. What was shipped of it is told by the events that name it.
create schema orders;
grant usage on schema orders to suyuan_identity, suyuan_maintenance;

create table orders.sales_order (
  org_no      int not null references identity.organisation (no),
  id          uuid not null, -- made by whoever writes it, so that sending it twice saves it once
  number      text not null check (length(number) between 1 and 60),
  uri         text not null check (length(uri) <= 800), -- by which events name it: it stays
  buyer       text not null check (length(buyer) <= 2000), -- canonical, as the next
  destination text check (length(destination) <= 2000),
  wanted_on   date,
  note        text check (length(note) <= 1000),
  lines       jsonb not null,
  sought      text not null check (length(sought) <= 200000), -- number, codes and names that it is found by, in small letters
  version     int not null default 1,
  state       text not null default 'open' check (state in ('open', 'closed', 'withdrawn')),
  reason      text check (length(reason) <= 500), -- why it was closed
  made_by     uuid references identity.person (id), -- null: by a key
  made_at     timestamptz not null,
  changed_by  uuid references identity.person (id),
  changed_at  timestamptz not null,
  primary key (org_no, id)
);
-- The number of one that was withdrawn may be given again: nothing was shipped of it.
create unique index order_number on orders.sales_order (org_no, number) where state <> 'withdrawn';
create index order_wanted on orders.sales_order (org_no, wanted_on, id) where state = 'open';
create index order_listed on orders.sales_order (org_no, made_at desc, id desc);

alter table orders.sales_order enable row level security;
alter table orders.sales_order force row level security;
create policy tenant on orders.sales_order using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select, insert, update on orders.sales_order to suyuan_identity;
grant select, insert, update, delete on orders.sales_order to suyuan_maintenance;
