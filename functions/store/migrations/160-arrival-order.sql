-- Within a band, after danger to life, what arrives next stands on top: by the announced time or the end of the expected
-- day, then what has no day by who has waited longest, and last what is over. Which tips are over, the worker marks.
alter table tips add column lapsed boolean not null default false;
grant select (lapsed), update (lapsed) on tips to shirokuro_worker;
update tips set lapsed = true
  where coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp)) < now() - interval '12 hours';

drop index tips_queue;
create index tips_queue on tips
  (lane, band, (not threat_to_life), lapsed,
    coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp), timestamptz '9999-12-31 00:00:00+00'), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life)
  where state <> 'closed';
drop index tips_closed;
create index tips_closed on tips
  (lane, band, (not threat_to_life), lapsed,
    coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp), timestamptz '9999-12-31 00:00:00+00'), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life)
  where state = 'closed';
drop index tips_all;
create index tips_all on tips
  (band, (not threat_to_life), lapsed,
    coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp), timestamptz '9999-12-31 00:00:00+00'), received_at, id)
  include (lane, state, region, threat_to_life);
-- The worker looks each half minute for what has just become over, and for what no longer is.
create index tips_lapsing on tips (lapsed, coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp)))
  where state <> 'closed';
