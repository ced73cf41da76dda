-- What arrives next on top: by the announced time where an arrival is known, else by the end of the expected day.
drop index tips_arrival;
create index tips_arrival on tips (lane, coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp)), band, received_at, id)
  where due_at is not null or eta is not null;

drop index tips_counts;
create index tips_counts on tips (lane, state, region) include (band, channel, owner_id, eta, due_at, unread_since);
