-- How tips ended, for what a source that comes again is worth: one row for each closing. One that was taken back by undo
-- is marked, not removed. Who the source is, is not here: a partner body by `partner_tips`, a reporter by the tip itself.
create table tip_endings (
  id bigint generated always as identity primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  outcome text not null
    check (outcome in ('seizure', 'nothing_found', 'already_known', 'not_customs', 'referred', 'insufficient', 'abuse', 'other')),
  ended_at timestamptz not null,
  withdrawn_at timestamptz
);
create index tip_endings_tip on tip_endings (tip_id, id) where withdrawn_at is null;

insert into tip_endings (tip_id, outcome, ended_at)
  select t.id, t.outcome, coalesce((select max(e.at) from events e where e.tip_id = t.id and e.action = 'tip.closed'), now())
    from tips t where t.state = 'closed' and t.outcome is not null;

grant select, insert, update (withdrawn_at) on tip_endings to shirokuro_staff;
grant select on tip_endings to shirokuro_worker;
grant select (tip_id, partner_id) on partner_tips to shirokuro_worker;
