-- What each record brought into accounts of quantities and took out of them, as packs say (ADR 0028). Derived, as all that is judged;
-- sums are made when they are asked for, so that none can be wrong.
create table compliance.movement (
  org_no   int not null,
  event_id uuid not null,
  pack     text not null,
  place    int not null, -- among those of the event and pack
  balance  text not null,
  effect   text not null check (effect in ('in', 'out', 'loss', 'count')),
  account  text not null, -- canonical code of a lot or product; empty where all is one account
  product  text not null,
  uom      text not null, -- UN/ECE Recommendation 20, of those that amounts are summed in
  amount   numeric, -- null: the record does not say
  day      date not null, -- in China
  primary key (org_no, event_id, pack, place)
);
create index movement_account on compliance.movement (org_no, pack, balance, account, day);
create index movement_event on compliance.movement (event_id);

alter table compliance.movement enable row level security;
alter table compliance.movement force row level security;
create policy tenant on compliance.movement using (org_no = identity.acting_org()) with check (org_no = identity.acting_org());
grant select on compliance.movement to suyuan_app;
grant select, insert, update, delete on compliance.movement to suyuan_maintenance;
