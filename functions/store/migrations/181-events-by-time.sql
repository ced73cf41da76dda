-- The event log narrowed by days goes by when things happened, newest first: numbers do not follow the clock where an
-- entry waited in the journal. In this order any stretch of days is read from its end, however long it is.
create index events_at on events (at, seq);
