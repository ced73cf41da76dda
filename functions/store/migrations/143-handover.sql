-- What one shift hands to the next: counts and ids as they stood, and a note, sealed. Nothing is changed afterwards but
-- that someone took it over.
create table handovers (
  id uuid primary key,
  -- whose queue it tells of: one Customs, or hq for all
  region text not null,
  since timestamptz not null,
  facts jsonb not null,
  sealed bytea,
  handed_by text not null references auth."user" (id),
  handed_at timestamptz not null,
  taken_by text references auth."user" (id),
  taken_at timestamptz,
  check ((taken_by is null) = (taken_at is null)),
  check (taken_by is null or taken_by <> handed_by)
);
create index handovers_region on handovers (region, handed_at desc);
grant select, insert, update (taken_by, taken_at) on handovers to shirokuro_staff;

-- One mail a morning, however often the worker starts.
create table handover_mails (
  day date primary key,
  sent_at timestamptz
);
grant select, insert, update on handover_mails to shirokuro_worker;
grant select (unread_since, due_at) on tips to shirokuro_worker;
