-- Within a band, danger to life stands before everything else; after it whoever has waited longest.
drop index tips_queue;
create index tips_queue on tips (lane, band, (not threat_to_life), received_at, id);
drop index tips_region_queue;
create index tips_region_queue on tips (region, lane, band, (not threat_to_life), received_at, id);
drop index tips_arrival;
create index tips_arrival on tips
  (lane, coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp)), band, (not threat_to_life), received_at, id)
  where due_at is not null or eta is not null;
