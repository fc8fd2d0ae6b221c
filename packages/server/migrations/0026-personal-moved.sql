-- What a capture moved to the personal data: how many, and where in which event; never what.
alter table events.capture_job
  add column moved_count integer not null default 0,
  add column moved       json    not null default '[]';
