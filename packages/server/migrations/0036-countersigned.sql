-- The reader that judges records sees which of them somebody has confirmed since (modules/compliance).
grant select on identity.occurrence to suyuan_app;
