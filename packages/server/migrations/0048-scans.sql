-- How often codes were looked up by people (modules/scans): one row a code of which something is held. Not derived. Nothing here is
-- of a person: no address, no program, and of browsers no more than how many different ones there were, about.
create schema scans;
grant usage on schema scans to suyuan_app, suyuan_maintenance;

create table scans.scan (
  code       text primary key check (length(code) <= 2000), -- canonical
  scans      bigint not null check (scans >= 0),
  first_at   timestamptz not null, -- to the minute
  last_on    date not null, -- in China, as all days here
  since      date not null, -- when the stretch began that the next two are of
  days       int not null check (days > 0), -- on how many different ones of it
  seen       bytea not null check (octet_length(seen) = 32), -- a bit for each of 256 groups of browsers, by hash
  doubted_on date -- when there were last too many browsers for one thing
);
create index scan_last on scans.scan (last_on);

grant select on scans.scan to suyuan_app;
grant select, insert, update, delete on scans.scan to suyuan_maintenance;
