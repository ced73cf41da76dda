-- How a tip ended, in one code; why in the officer's words is sealed in the event log. The public role reads none of it.
alter table tips add column outcome text
  check (outcome in ('nothing_found', 'found', 'referred', 'could_not_act', 'duplicate', 'other'));

-- The queue stays as quick as it is, however many tips have been closed over the years.
drop index tips_queue;
create index tips_queue on tips (lane, band, (not threat_to_life), received_at, id) where state <> 'closed';
drop index tips_region_queue;
create index tips_region_queue on tips (region, lane, band, (not threat_to_life), received_at, id) where state <> 'closed';
drop index tips_arrival;
create index tips_arrival on tips
  (lane, coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp)), band, (not threat_to_life), received_at, id)
  where state <> 'closed' and (due_at is not null or eta is not null);
create index tips_closed on tips (lane, band, (not threat_to_life), received_at, id) where state = 'closed';
