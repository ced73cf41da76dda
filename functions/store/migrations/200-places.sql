-- The desk finds tips by the port or airport they are about, in whatever language each was told.
create index tips_places on tips using gin (place_codes);
