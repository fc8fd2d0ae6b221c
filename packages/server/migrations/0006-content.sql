-- What an event says, whole: SHA-256 of the text that `eventContent` of @suyuan/epcis gives. The CBV hash takes some
-- events that differ for one, so it no longer decides what an identity stands for. Rows stored before this have none:
-- for them the hash decides as it did.
alter table events.event add column content bytea check (octet_length(content) = 32);
alter table events.identity add column content bytea check (octet_length(content) = 32);
