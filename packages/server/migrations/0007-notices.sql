-- Which event begins or ends a notice of which unit: what a verdict asks first, of many codes at once. Role 17 is the unit
-- that is named, 18 the lot and the product that it is of, so that a lot finds the notices of its instances.
create index touch_notice on events.touch (unit) where role in (17, 18);

-- Events stored before: all that speak of a disposition that counts, in either field. Their events are read anyway.
insert into events.touch (unit, event_id, role)
select distinct t.unit, t.event_id, 17::smallint
from events.event e join events.touch t on t.event_id = e.id
where t.role in (1, 2, 3, 5)
  and (e.disposition in ('https://ref.gs1.org/cbv/Disp-recalled', 'https://ref.gs1.org/cbv/Disp-non_conformant',
                         'https://ref.gs1.org/cbv/Disp-conformant', 'https://ref.gs1.org/cbv/Disp-expired',
                         'https://ref.gs1.org/cbv/Disp-destroyed', 'https://ref.gs1.org/cbv/Disp-disposed',
                         'https://ref.gs1.org/cbv/Disp-stolen')
       or e.body like '%persistentDisposition%')
on conflict do nothing;

-- The first half of a unit's key is the hash of its class, and a class has its own hash in both halves.
insert into events.touch (unit, event_id, role)
select distinct (repeat(left(replace(t.unit::text, '-', ''), 16), 2))::uuid, t.event_id, 18::smallint
from events.touch t where t.role = 17
on conflict do nothing;
