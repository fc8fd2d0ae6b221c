-- Readers of the log: each goes through it in order and keeps here how far it is. A reader's effects and these rows are one
-- transaction.

-- `position` is the first leaf that it has not been through: a place where a run begins, or the end of the log.
create table integrity.reader (
  name     text primary key check (name ~ '^[a-z][a-z0-9-]{0,62}$'),
  position bigint not null default 0 check (position >= 0)
);

-- An organisation that the reader passes over, since a run of it failed; its runs from `position` up to the reader's own are
-- worked off by themselves. `attempts` counts failures of the run at `position`: 0 where it is not known yet which run of
-- several failed, or where those before went through.
create table integrity.reader_hold (
  reader   text not null references integrity.reader (name),
  org_no   int not null,
  position bigint not null check (position >= 0),
  attempts smallint not null check (attempts >= 0),
  retry_at timestamptz not null,
  error    text check (length(error) <= 1000),
  primary key (reader, org_no),
  check (attempts = 0 or error is not null)
);
create index reader_hold_due on integrity.reader_hold (reader, retry_at);

-- A run that failed too often: its organisation went on without it. It waits for a person, who has it tried again
-- (`retry_at`) or gives it up (the row goes).
create table integrity.reader_parked (
  reader    text not null references integrity.reader (name),
  position  bigint not null check (position >= 0),
  org_no    int not null,
  count     smallint not null check (count > 0),
  block     bigint not null,
  attempts  int not null check (attempts > 0),
  error     text not null check (length(error) <= 1000),
  parked_at timestamptz not null,
  retry_at  timestamptz,
  primary key (reader, position)
);
create index reader_parked_due on integrity.reader_parked (reader, position) where retry_at is not null;

-- Of the operator: what is on hold or parked is told to nobody else.
grant select, insert, update, delete on integrity.reader, integrity.reader_hold, integrity.reader_parked to suyuan_maintenance;
