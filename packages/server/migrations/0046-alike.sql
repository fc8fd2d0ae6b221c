-- What entries of master data have in common when they are one thing (ADR 0039), as 52 bits each, made by the database with every
-- row, and which entries are merged or kept apart: whoever looks for duplicates reads indexes, and looks at the entries themselves only where two have the same.

create function registry.mark(text) returns bigint
  language sql immutable strict parallel safe
begin atomic
  select ('x' || left(md5($1), 13))::bit(52)::bigint; -- a number holds them exactly
end;

-- Spaces, marks and legal forms say nothing of who it is. The collation is named, so that every server finds the same.
create function registry.plain_name(attributes json) returns text
  language sql immutable strict parallel safe
begin atomic
  select nullif(regexp_replace(lower(normalize(coalesce(
    attributes ->> 'urn:epcglobal:cbv:mda:name',
    attributes ->> 'urn:suyuan:mda:nameZh',
    attributes ->> 'urn:epcglobal:cbv:mda#name',
    attributes ->> 'urn:epcglobal:cbv:mda:descriptionShort',
    attributes ->> 'urn:suyuan:mda:descriptionShortZh',
    attributes ->> 'urn:epcglobal:cbv:mda#descriptionShort',
    attributes ->> 'urn:epcglobal:cbv:mda:regulatedProductName',
    attributes ->> 'urn:suyuan:mda:regulatedProductNameZh',
    attributes ->> 'urn:epcglobal:cbv:mda#regulatedProductName',
    attributes ->> 'urn:epcglobal:cbv:mda:tradeItemDescription',
    attributes ->> 'urn:suyuan:mda:tradeItemDescriptionZh',
    attributes ->> 'urn:epcglobal:cbv:mda#tradeItemDescription',
    attributes ->> 'urn:epcglobal:cbv:mda:description',
    attributes ->> 'urn:suyuan:mda:descriptionZh',
    attributes ->> 'urn:epcglobal:cbv:mda#description'), nfkc) collate "C"),
    '[[:space:][:punct:]·、。，；：“”‘’…—《》【】〔〕]+|股份有限公司|有限责任公司|有限公司|co[. ,]+ltd|(company[ ]+)?limited$',
    '', 'g'), '');
end;

-- Null where there is none.
create function registry.licence_marks(attributes json) returns bigint[]
  language sql immutable strict parallel safe
begin atomic
  select case when strpos(attributes::text, 'icen') > 0 then (
    select array_agg(distinct registry.mark(upper(normalize(translate(a.value, ' -', ''), nfkc) collate "C")))
    from json_each_text(attributes) as a (name, value)
    where a.name collate "C" ~* 'licen[cs]e' and a.name not like 'urn:suyuan:identifier:%' and translate(a.value, ' -', '') <> '') end;
end;

-- The number that a code ends in: of GTIN and GLN, with or without its check digit, and the unified social credit identifier.
create function registry.number_in(code text) returns text
  language sql immutable strict parallel safe
begin atomic
  select case when length(tail) in (12, 13, 17, 18) and tail ~ '^([0-9]{12,13}|[0-9A-Z]{17,18})$' then tail end
  from (select upper(ltrim(split_part(translate(code, ':.', '//'), '/', -1), '0') collate "C")) as e (tail);
end;

-- A code of no such number, without case and without the zeros before its last part.
create function registry.plain_code(code text) returns text
  language sql immutable strict parallel safe
begin atomic
  select case when code like any (array['%/0%', '%:0%', '%.0%'])
    then regexp_replace(lower(code collate "C"), '([/:.])0+([^/:.]*)$', '\1\2') else lower(code collate "C") end;
end;

-- Whether its number stands without its check digit: a code of GS1 never does.
create function registry.is_bare(code text) returns boolean
  language sql immutable strict parallel safe
begin atomic
  select length(registry.number_in(code)) in (12, 17) and code not like 'https://id.gs1.org/%';
end;

-- Of which codes it is said to be another thing; null where of none.
create function registry.different_from(attributes json) returns text[]
  language sql immutable strict parallel safe
begin atomic
  select case json_typeof(attributes -> 'urn:suyuan:mda:differentFrom')
    when 'array' then array(select json_array_elements_text(attributes -> 'urn:suyuan:mda:differentFrom'))
    when 'string' then array[attributes ->> 'urn:suyuan:mda:differentFrom'] end;
end;

-- Generated columns ask for this as whoever writes the row.
revoke execute on function registry.mark, registry.plain_name, registry.licence_marks, registry.number_in, registry.plain_code,
  registry.is_bare, registry.different_from from public;
grant execute on function registry.mark, registry.plain_name, registry.licence_marks, registry.number_in, registry.plain_code,
  registry.is_bare, registry.different_from to suyuan_ingest, suyuan_maintenance;

alter table registry.version
  add column code_mark bigint not null generated always as (registry.mark(code)) stored,
  add column name_mark bigint generated always as (registry.mark(registry.plain_name(attributes))) stored,
  add column licence_marks bigint[] generated always as (registry.licence_marks(attributes)) stored,
  add column number_mark bigint generated always as (
    case when length(registry.number_in(code)) = 17 and not registry.is_bare(code) then null
      else registry.mark(coalesce(registry.number_in(code), registry.plain_code(code))) end) stored,
  -- Of a number that has its check digit, without it; and of one that has none.
  add column short_mark bigint generated always as (
    case when length(registry.number_in(code)) in (13, 18) then registry.mark(left(registry.number_in(code), -1)) end) stored,
  add column bare_mark bigint generated always as (
    case when registry.is_bare(code) then registry.mark(registry.number_in(code)) end) stored,
  add column same_as text generated always as (nullif(attributes ->> 'urn:suyuan:mda:sameAs', '')) stored,
  add column different_from text[] generated always as (registry.different_from(attributes)) stored;
alter table registry.identifier
  add column mark bigint not null generated always as (registry.mark(scheme || ' ' || value)) stored;

create index version_name_mark on registry.version (org_no, name_mark, code_mark) where name_mark is not null;
create index version_number_mark on registry.version (org_no, number_mark, code_mark) where number_mark is not null;
create index version_short_mark on registry.version (org_no, short_mark, code_mark) where short_mark is not null;
create index version_bare_mark on registry.version (org_no, bare_mark, code_mark) where bare_mark is not null;
create index version_licensed on registry.version (org_no, code_mark) where licence_marks is not null;
create index version_merged on registry.version (org_no) where same_as is not null;
create index version_different on registry.version (org_no) where different_from is not null;
create index version_code_mark on registry.version (org_no, code_mark);
create index identifier_mark on registry.identifier (org_no, mark, block, place);
