-- Whether a tip has a recording that can be heard, kept where the view of them is filtered and counted: in the indexes of
-- the queue. It follows the recordings by itself, whoever stores or erases one.
alter table tips add column audible boolean not null default false;
create function note_audible() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  update tips set audible = held.audible
  from (select exists (
    select 1 from evidence e where e.tip_id = new.tip_id and e.kind = 'recording' and e.state = 'stored') as audible) held
  where tips.id = new.tip_id and tips.audible <> held.audible;
  return null;
end
$$;
create trigger evidence_audible after insert on evidence for each row
  when (new.kind = 'recording' and new.state = 'stored') execute function note_audible();
create trigger evidence_audible_after after update of state on evidence for each row
  when (new.kind = 'recording' and (new.state = 'stored') <> (old.state = 'stored')) execute function note_audible();
update tips set audible = true
  where exists (select 1 from evidence e where e.tip_id = tips.id and e.kind = 'recording' and e.state = 'stored');

drop index tips_queue;
create index tips_queue on tips
  (lane, band, (not threat_to_life), lapsed,
    coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp), timestamptz '9999-12-31 00:00:00+00'), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life,
    audible)
  where state <> 'closed';
drop index tips_closed;
create index tips_closed on tips
  (lane, band, (not threat_to_life), lapsed,
    coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp), timestamptz '9999-12-31 00:00:00+00'), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life,
    audible)
  where state = 'closed';
drop index tips_arrival;
create index tips_arrival on tips
  (lane, coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp)), band, (not threat_to_life), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life,
    audible)
  where state <> 'closed' and (due_at is not null or eta is not null);
