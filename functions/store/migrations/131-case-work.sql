-- What is to be done for a case, by whom and until when. The words are sealed: they may repeat a tip's.
create table case_tasks (
  id uuid primary key,
  case_id uuid not null references cases (id),
  sealed bytea not null,
  -- an officer, or a unit of the Customs that answers for the case; neither: whoever works on it
  officer_id text references auth."user" (id),
  unit text check (unit in ('mobile', 'inspection', 'patrol_boat', 'dogs', 'xray', 'intelligence')),
  due_at timestamptz not null,
  made_by text not null references auth."user" (id),
  made_at timestamptz not null,
  done_by text references auth."user" (id),
  done_at timestamptz,
  -- written by mistake: it stays to be read, marked
  withdrawn_at timestamptz,
  version integer not null default 0,
  check ((done_by is null) = (done_at is null))
);
create index case_tasks_case on case_tasks (case_id);
create index case_tasks_officer on case_tasks (officer_id, due_at) where done_at is null and withdrawn_at is null;
create index case_tasks_due on case_tasks (due_at) where done_at is null and withdrawn_at is null;

-- Officers' notes on a case, sealed; nothing is deleted.
create table case_notes (
  id uuid primary key,
  case_id uuid not null references cases (id),
  author_id text not null references auth."user" (id),
  visible text not null check (visible in ('me', 'unit', 'all')),
  -- where its author sat: whose officers read it with `unit`
  region text not null,
  sealed bytea not null,
  at timestamptz not null,
  struck_at timestamptz
);
create index case_notes_case on case_notes (case_id, at);

grant select, insert, update (done_by, done_at, withdrawn_at, version) on case_tasks to shirokuro_staff;
grant select, insert, update (struck_at) on case_notes to shirokuro_staff;
