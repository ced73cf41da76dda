-- Seen before: what lets tips be compared without a word of them, and how they relate.

-- One row a tip: a keyed sketch of its words, and since when it waits for the worker to compare it (null: compared).
create table tip_traces (
  tip_id uuid primary key references tips (id) on delete cascade,
  shingles integer not null,
  least integer[] not null,
  bands integer[] not null,
  waiting_since timestamptz
);
create index tip_traces_bands on tip_traces using gin (bands) with (fastupdate = on);
create index tip_traces_waiting on tip_traces (waiting_since) where waiting_since is not null;

-- Keyed hashes of what an identifier may have been meant to be: codes one slip away, other spellings of a ship's name.
create table identifier_guesses (
  tip_id uuid not null references tips (id) on delete cascade,
  type text not null,
  how text not null check (how in ('one_slip', 'sounds_like', 'nearly')),
  hash bytea not null,
  primary key (tip_id, type, how, hash)
);
create index identifier_guesses_hash on identifier_guesses (hash);

-- Pairs of tips on one matter; `first_id` is the earlier. An echo is the same voice, an independent one another.
create table related_tips (
  first_id uuid not null references tips (id) on delete cascade,
  second_id uuid not null references tips (id) on delete cascade,
  relation text not null check (relation in ('independent', 'echo')),
  why text[] not null,
  likeness smallint not null,
  found_at timestamptz not null,
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index related_tips_second on related_tips (second_id);

-- Tips that came before this table have no sketch; their identifiers are compared.
insert into tip_traces (tip_id, shingles, least, bands, waiting_since)
  select id, 0, '{}', '{}', received_at from tips;

grant insert on tip_traces, identifier_guesses to shirokuro_public;
grant select (tip_id, waiting_since), update (waiting_since) on tip_traces to shirokuro_public;
-- "On conflict" reads the columns that must not repeat.
grant select (tip_id, type, how, hash) on identifier_guesses to shirokuro_public;

grant select on tip_traces, identifiers, identifier_guesses, related_tips to shirokuro_worker;
grant update (waiting_since) on tip_traces to shirokuro_worker;
grant insert, update, delete on related_tips to shirokuro_worker;
grant select (lang, place_codes, score, reasons, machine_band, due_at) on tips to shirokuro_worker;
grant update (score, reasons, band, machine_band, due_at, version) on tips to shirokuro_worker;

grant select on tip_traces, identifier_guesses, related_tips to shirokuro_staff;
