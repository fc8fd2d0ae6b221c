-- What is printed with numbers of its own (modules/labels): which numbers were given, printed, and stuck on which lot. Not derived.
create schema labels;
grant usage on schema labels to suyuan_identity, suyuan_maintenance;

-- Of each product, or each company prefix of logistic units, how far numbers are given.
create table labels.numbering (
  org_no  int not null references identity.organisation (no),
  product text not null check (length(product) between 1 and 500), -- canonical code of a product; `sscc:` and a company prefix
  next    bigint not null default 1 check (next > 0),
  key     bytea not null check (octet_length(key) = 16), -- by which numbers become serials that nobody guesses
  primary key (org_no, product)
);

create table labels.run (
  org_no   int not null,
  id       uuid not null, -- made by whoever asks, so that asking twice gives numbers once
  product  text not null,
  layout   text not null check (length(layout) between 1 and 60),
  content  json not null, -- by field, what is the same on each label
  first    bigint not null check (first > 0),
  count    int not null check (count between 1 and 1000000),
  made_by  uuid references identity.person (id), -- null: by a key
  made_at  timestamptz not null,
  primary key (org_no, id),
  foreign key (org_no, product) references labels.numbering (org_no, product)
);
create index run_listed on labels.run (org_no, made_at desc, id);
create index run_of_product on labels.run (org_no, product, first);

-- Which of them went out as a file, from 1.
create table labels.print (
  org_no  int not null,
  id      uuid not null default gen_random_uuid(),
  run_id  uuid not null,
  first   int not null check (first > 0),
  last    int not null check (last >= first),
  format  text not null check (format in ('pdf', 'zpl')),
  made_by uuid references identity.person (id),
  made_at timestamptz not null,
  primary key (org_no, id),
  foreign key (org_no, run_id) references labels.run (org_no, id)
);
create index print_of_run on labels.print (org_no, run_id);

-- What became of labels: stuck on goods of a lot, or spoilt.
create table labels.binding (
  org_no  int not null,
  id      uuid not null, -- made by whoever asks; its events have ids that follow from it
  run_id  uuid not null,
  first   int not null check (first > 0),
  last    int not null check (last >= first),
  lot     text check (length(lot) between 1 and 20), -- null: spoilt
  at      timestamptz not null, -- when they were stuck on
  done_at timestamptz, -- null until its events are recorded; asked for again, they are
  made_by uuid references identity.person (id),
  made_at timestamptz not null,
  primary key (org_no, id),
  foreign key (org_no, run_id) references labels.run (org_no, id)
);
create index binding_of_run on labels.binding (org_no, run_id, first);

do $$
declare each text;
begin
  foreach each in array array['numbering', 'run', 'print', 'binding'] loop
    execute format('alter table labels.%I enable row level security', each);
    execute format('alter table labels.%I force row level security', each);
    execute format('create policy tenant on labels.%I using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())', each);
    execute format('grant select, insert, update, delete on labels.%I to suyuan_maintenance', each);
  end loop;
end $$;
grant select, insert, update on labels.numbering to suyuan_identity;
grant select, insert on labels.run, labels.print to suyuan_identity;
grant select, insert, update, delete on labels.binding to suyuan_identity;
