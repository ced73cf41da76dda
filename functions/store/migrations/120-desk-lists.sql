-- Everything that a list is filtered by, or that a count is made of, lies in the index that holds its order, so that any
-- filters together are looked up without touching a tip that is not on the page.
drop index tips_queue;
create index tips_queue on tips (lane, band, (not threat_to_life), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life)
  where state <> 'closed';
drop index tips_region_queue;
drop index tips_counts;
drop index tips_closed;
create index tips_closed on tips (lane, band, (not threat_to_life), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life)
  where state = 'closed';
drop index tips_arrival;
create index tips_arrival on tips
  (lane, coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp)), band, (not threat_to_life), received_at, id)
  include (state, region, channel, lang, categories, urgency, owner_id, due_at, eta, unread_since, case_id, threat_to_life)
  where state <> 'closed' and (due_at is not null or eta is not null);
-- A search for a word that very many tips have walks all of them in this order until its page is full.
create index tips_all on tips (band, (not threat_to_life), received_at, id)
  include (lane, state, region, threat_to_life);
create index tips_received on tips (received_at);

-- What an officer chose for their own desk.
create table desk_preferences (
  officer_id text primary key references auth."user" (id) on delete cascade,
  columns text[] not null
);
grant select, insert, update on desk_preferences to shirokuro_staff;
