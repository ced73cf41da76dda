-- Officers' notes on a tip, sealed. Nothing is deleted: a note that no longer holds is struck out by its author.
create table tip_notes (
  id uuid primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  author_id text not null references auth."user" (id),
  visible text not null check (visible in ('me', 'unit', 'all')),
  -- where its author sat: the unit that reads it with `unit`
  region text not null,
  sealed bytea not null,
  at timestamptz not null,
  struck_at timestamptz
);
create index tip_notes_tip on tip_notes (tip_id, at);

grant select, insert, update (struck_at) on tip_notes to shirokuro_staff;
