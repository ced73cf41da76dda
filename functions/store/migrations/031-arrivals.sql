-- The arrival clock: announced ship calls, flights and cargo, and the tips that mean them. Arrivals are no secret;
-- that a tip means one is known by keyed hashes alone.

create table arrivals (
  id uuid primary key default gen_random_uuid(),
  -- what comes, and which coming of it: the key stays the same when the time changes
  base text not null,
  key text not null unique,
  kind text not null check (kind in ('vessel', 'flight', 'cargo')),
  imo text,
  mmsi text,
  name text,
  local_name text,
  flight text,
  container text,
  awb text,
  port text not null,
  scheduled_on date not null,
  due_at timestamptz not null,
  cancelled boolean not null,
  imported_at timestamptz not null,
  -- changed since the worker last matched it with the tips
  waiting boolean not null default true
);
create index arrivals_waiting on arrivals (id) where waiting;
create index arrivals_base on arrivals (base);
create index arrivals_due on arrivals (due_at);

create table arrival_keys (
  arrival_id uuid not null references arrivals (id) on delete cascade,
  type text not null,
  how text not null check (how in ('same', 'sounds_like', 'nearly')),
  hash bytea not null,
  primary key (arrival_id, type, how, hash)
);
create index arrival_keys_hash on arrival_keys (hash);

-- The arrival a tip means. `tips.due_at` is its time.
create table tip_arrivals (
  tip_id uuid primary key references tips (id) on delete cascade,
  arrival_id uuid not null references arrivals (id) on delete cascade,
  type text not null,
  how text not null check (how in ('same', 'one_slip', 'sounds_like', 'nearly')),
  due_at timestamptz not null,
  found_at timestamptz not null
);
create index tip_arrivals_arrival on tip_arrivals (arrival_id);
create index tip_arrivals_due on tip_arrivals (due_at);

create index tips_due on tips (due_at) where due_at is not null;

grant select, insert, update on arrivals to shirokuro_staff;
grant select, insert, delete on arrival_keys to shirokuro_staff;
grant select on tip_arrivals to shirokuro_staff;

grant select, update (waiting) on arrivals to shirokuro_worker;
grant select on arrival_keys to shirokuro_worker;
grant select, insert, update, delete on tip_arrivals to shirokuro_worker;
