-- A key may end by itself, and is told from others by the end of its secret (4 of 43 characters; 232 bits stay secret).
alter table identity.api_key
  add column expires_at timestamptz,
  add column secret_end text check (length(secret_end) = 4); -- null for a key that is older than this column
