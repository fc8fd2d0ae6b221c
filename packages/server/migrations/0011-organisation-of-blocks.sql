-- breaking: a program of before would leave the organisation out.
-- Whose a block is, wherever one is named: each table of an organisation's rows says so itself, so that what a tenant may see
-- is plain equality. `0010` has the columns already where it runs today.
alter table events.block add column if not exists org_no int;
alter table integrity.log add column if not exists org_no int;
alter table integrity.pending add column if not exists org_no int;

update events.block b set org_no = r.org_no from events.received r where r.block = b.block and b.org_no is null;
update integrity.log l set org_no = r.org_no from events.received r where r.block = l.block and l.org_no is null;
update integrity.pending p set org_no = r.org_no from events.received r where r.block = p.block and p.org_no is null;

alter table events.block alter column org_no set not null;
alter table integrity.log alter column org_no set not null;
alter table integrity.pending alter column org_no set not null;

-- An organisation's own log, in order.
create index log_org on integrity.log (org_no, first_position);
