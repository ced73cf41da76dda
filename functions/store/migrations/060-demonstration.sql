-- A database that holds invented tips says so; the desk shows it on every page. Only the owner writes here.
create table demonstration (
  singleton boolean primary key default true check (singleton),
  begun_at timestamptz not null,
  -- null while the tips are being filed; a start that was cut short goes on
  filled_at timestamptz
);
grant select on demonstration to shirokuro_staff;
