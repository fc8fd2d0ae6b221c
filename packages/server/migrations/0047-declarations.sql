-- Declarations in error are few: what they name is found without asking for each of the events that may be named.
create index touch_declares on events.touch (unit) where role = 21;
