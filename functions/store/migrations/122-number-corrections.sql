-- A number that an officer read otherwise than the caller gave it: one slip mended. The caller's words stay as they are;
-- which number, and what it was taken for, is sealed. `before` is the verdict in codes, for taking it back.
create table number_corrections (
  id uuid primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  officer_id text not null references auth."user" (id),
  at timestamptz not null,
  type text not null,
  sealed bytea not null,
  before jsonb not null,
  taken_back_at timestamptz
);
create index number_corrections_tip on number_corrections (tip_id);
grant select, insert, update (taken_back_at) on number_corrections to shirokuro_staff;

-- The hash by which the mended number finds other tips and arrivals goes when it is taken back, and nothing else does.
alter table identifiers add column correction_id uuid references number_corrections (id);
create index identifiers_correction on identifiers (correction_id) where correction_id is not null;
create function drop_corrected_number(given uuid) returns void
  language sql security definer set search_path = public, pg_catalog as $$
  delete from identifiers i using number_corrections c
  where i.correction_id = given and c.id = given and c.taken_back_at is not null
$$;
revoke execute on function drop_corrected_number(uuid) from public;
grant execute on function drop_corrected_number(uuid) to shirokuro_staff;
