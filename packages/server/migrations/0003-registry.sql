-- Master data as documents bring it (EPCIS 2.0 §6.1.2): names and attributes of products, parties, places.
create schema registry;

create table registry.master_data (
  code        text not null,
  type        text not null,
  attributes  json not null,
  captured_at timestamptz not null default now(),
  primary key (code, type)
);
