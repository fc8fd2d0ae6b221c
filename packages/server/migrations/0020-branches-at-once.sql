-- Branches that come together: those whose code is free are made, in the order given; of the others nothing is told but that.
create function identity.add_branches(names text[], codes text[], kinds text[], regions text[])
  returns table (place int, no int, id uuid)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  if identity.acting_org() is null then return; end if;
  for at in 1 .. coalesce(array_length(names, 1), 0) loop
    no := null;
    place := at;
    insert into identity.organisation as o (name, code, kind, region, parent_no)
      values (names[at], codes[at], kinds[at], regions[at], identity.acting_org())
      on conflict do nothing returning o.no, o.id into no, id;
    if no is not null then return next; end if;
  end loop;
end $$;

revoke execute on function identity.add_branches from public;
grant execute on function identity.add_branches to suyuan_identity;
