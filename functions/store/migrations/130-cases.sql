-- Who works on a case: the unit, the Customs that answers for it and the officer who leads it.
alter table cases
  add column unit text
    check (unit in ('mobile', 'inspection', 'patrol_boat', 'dogs', 'xray', 'intelligence')),
  add column region text
    check (region in ('hakodate', 'tokyo', 'yokohama', 'nagoya', 'osaka', 'kobe', 'moji', 'nagasaki', 'okinawa')),
  add column owner_id text references auth."user" (id);
create index cases_unit on cases (unit) where unit is not null;
create index cases_owner on cases (owner_id) where owner_id is not null;
update cases set region =
  (select t.region from tips t where t.case_id = cases.id and t.region is not null order by t.received_at, t.id limit 1);

-- How good the source is and how good what it says (Admiralty grades), and how far it may be passed on. A stranger's
-- word starts as F6: neither can be judged.
alter table tips
  add column source_grade char(1) not null default 'F' check (source_grade in ('A', 'B', 'C', 'D', 'E', 'F')),
  add column information_grade char(1) not null default '6' check (information_grade in ('1', '2', '3', '4', '5', '6')),
  add column handling text not null default 'H2' check (handling in ('H1', 'H2', 'H3'));

-- One list of endings for tips and cases. What was written to the event log keeps its words.
alter table tips drop constraint tips_outcome_check;
update tips set outcome = case outcome
  when 'found' then 'seizure' when 'duplicate' then 'already_known' when 'could_not_act' then 'insufficient' else outcome end
  where outcome in ('found', 'duplicate', 'could_not_act');
alter table tips add constraint tips_outcome_check
  check (outcome in ('seizure', 'nothing_found', 'already_known', 'not_customs', 'referred', 'insufficient', 'abuse', 'other'));
alter table cases drop constraint cases_outcome_check;
alter table cases add constraint cases_outcome_check
  check (outcome in ('seizure', 'nothing_found', 'already_known', 'not_customs', 'referred', 'insufficient', 'abuse', 'other'));
-- A case is closed while all of its tips are.
update cases set closed_at = now() where closed_at is null
  and exists (select 1 from tips t where t.case_id = cases.id)
  and not exists (select 1 from tips t where t.case_id = cases.id and t.state <> 'closed');
