-- Which officers have the desk open now, and which tip lies before them: a line for each open page, touched every ten
-- seconds and worth nothing half a minute later. It need not outlive a crash.
create unlogged table desk_presence (
  connection uuid primary key,
  officer_id text not null,
  tip_id uuid,
  seen_at timestamptz not null
);
create index desk_presence_seen on desk_presence (seen_at);
grant select, insert, update, delete on desk_presence to shirokuro_staff;
